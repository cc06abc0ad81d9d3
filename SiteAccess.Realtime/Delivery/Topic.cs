using System.Runtime.InteropServices;
using SiteAccess.Contracts.Bus;

namespace SiteAccess.Realtime.Delivery;

/// <summary>What there is to hear on the bus.</summary>
enum TopicKind
{
    Conversation,
    Staff,
    Presence,

    /// <summary>A channel's visitors, who are told whether an operator is there but not who else is.</summary>
    Lobby,

    /// <summary>One visitor, on whichever nodes their tabs are.</summary>
    Visitor,
}

/// <summary>A channel of the bus, in the form of a small key.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Topic(TopicKind Kind, Guid Id)
{
    public string BusChannel => Kind switch
    {
        TopicKind.Conversation => BusChannels.Conversation(Id),
        TopicKind.Staff => BusChannels.Staff(Id),
        TopicKind.Visitor => BusChannels.Visitor(Id),
        _ => BusChannels.Presence(Id),
    };
}
