import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ChatModule } from './chat.module';
import { RedisIoAdapter } from './redis.adapter';

async function bootstrap(): Promise<void> {
  const app = await NestFactory.create(ChatModule, { logger: ['error', 'warn'] });
  const adapter = new RedisIoAdapter(app);
  if (process.env.REDIS_URL) {
    await adapter.connect(process.env.REDIS_URL);
  }
  app.useWebSocketAdapter(adapter);
  app.enableShutdownHooks();
  await app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1');
}

void bootstrap();
