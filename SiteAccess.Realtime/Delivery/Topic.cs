using System.Runtime.InteropServices;
using SiteAccess.Contracts.Bus;

namespace SiteAccess.Realtime.Delivery;

/// <summary>What there is to hear on the bus.</summary>
enum TopicKind
{
    Conversation,
    Staff,
    Presence,
}

/// <summary>A channel of the bus, in the form of a small key.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Topic(TopicKind Kind, Guid Id)
{
    public string BusChannel => Kind switch
    {
        TopicKind.Conversation => BusChannels.Conversation(Id),
        TopicKind.Staff => BusChannels.Staff(Id),
        _ => BusChannels.Presence(Id),
    };
}
