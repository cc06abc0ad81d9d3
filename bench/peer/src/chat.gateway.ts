import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { Socket } from 'socket.io';
import { MessageStore, type SendMessage } from './message.store';

@WebSocketGateway()
export class ChatGateway {
  constructor(private readonly messages: MessageStore) {}

  @SubscribeMessage('conversation:join')
  async join(@MessageBody() conversation: { conversationId: string }, @ConnectedSocket() socket: Socket): Promise<{ joined: boolean }> {
    await socket.join(conversation.conversationId);
    return { joined: true };
  }

  @SubscribeMessage('message:send')
  async send(@MessageBody() message: SendMessage, @ConnectedSocket() socket: Socket): Promise<{ id: string; createdAt: Date }> {
    const stored = await this.messages.store(message, socket.handshake.query.side === 'operator' ? 'operator' : 'visitor');
    const id = stored.id.toString();
    socket.to(message.conversationId).emit('message:received', { ...stored, id });
    return { id, createdAt: stored.createdAt };
  }
}
