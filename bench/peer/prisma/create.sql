create table if not exists "Message" (
  "id" bigserial primary key,
  "conversationId" uuid not null,
  "clientMessageId" uuid not null,
  "senderType" text not null,
  "body" text not null,
  "createdAt" timestamp(3) not null default current_timestamp,
  unique ("conversationId", "clientMessageId")
);
create index if not exists "Message_conversationId_id_idx" on "Message" ("conversationId", "id");
