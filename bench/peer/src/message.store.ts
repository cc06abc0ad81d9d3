import { Injectable, OnModuleDestroy } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient, type Message } from '@prisma/client';

export interface SendMessage {
  conversationId: string;
  clientMessageId: string;
  body: string;
}

/** Stores messages; one is committed when its promise is fulfilled. */
@Injectable()
export class MessageStore implements OnModuleDestroy {
  private readonly prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL, max: Number(process.env.POOL_SIZE ?? 20) }),
  });

  store({ conversationId, clientMessageId, body }: SendMessage, senderType: string): Promise<Message> {
    return this.prisma.message.create({ data: { conversationId, clientMessageId, body, senderType } });
  }

  async onModuleDestroy(): Promise<void> {
    await this.prisma.$disconnect();
  }
}
