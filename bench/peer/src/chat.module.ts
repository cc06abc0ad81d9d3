import { Module } from '@nestjs/common';
import { ChatGateway } from './chat.gateway';
import { MessageStore } from './message.store';

@Module({ providers: [ChatGateway, MessageStore] })
export class ChatModule {}
