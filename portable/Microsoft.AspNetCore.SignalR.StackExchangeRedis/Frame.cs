namespace Microsoft.AspNetCore.SignalR.StackExchangeRedis;

/// <summary>To whom a frame goes.</summary>
enum Address : byte
{
    All,
    Connection,
    User,
    Group,
    JoinGroup,
    LeaveGroup,
}

/// <summary>
/// What one node tells the others: for whom, for whom not, and the message, already serialized for each protocol, so that it is
/// serialized once whatever the number of nodes and connections.
/// </summary>
/// <param name="Node">Who sends it; a node passes over its own.</param>
/// <param name="Address">To whom it goes.</param>
/// <param name="Target">The connection, user or group.</param>
/// <param name="Except">Connections to leave out; for changes of groups, the connection concerned.</param>
/// <param name="Messages">The message in each protocol; empty for changes of groups.</param>
sealed record Frame(Guid Node, Address Address, string Target, IReadOnlyList<string> Except, IReadOnlyList<SerializedMessage> Messages)
{
    internal byte[] Write()
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer);
        writer.Write(Node.ToByteArray());
        writer.Write((byte)Address);
        writer.Write(Target);
        writer.Write7BitEncodedInt(Except.Count);
        foreach (var connection in Except)
        {
            writer.Write(connection);
        }

        writer.Write7BitEncodedInt(Messages.Count);
        foreach (var message in Messages)
        {
            writer.Write(message.ProtocolName);
            writer.Write7BitEncodedInt(message.Serialized.Length);
            writer.Write(message.Serialized.Span);
        }

        writer.Flush();
        return buffer.ToArray();
    }

    internal static Frame Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var node = new Guid(reader.ReadBytes(16));
        var address = (Address)reader.ReadByte();
        var target = reader.ReadString();
        var except = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < except.Length; i++)
        {
            except[i] = reader.ReadString();
        }

        var messages = new SerializedMessage[reader.Read7BitEncodedInt()];
        for (var i = 0; i < messages.Length; i++)
        {
            messages[i] = new SerializedMessage(reader.ReadString(), reader.ReadBytes(reader.Read7BitEncodedInt()));
        }

        return new Frame(node, address, target, except, messages);
    }
}
