using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using SiteAccess.Realtime.Access;
using SiteAccess.Realtime.Connections;
using SiteAccess.Realtime.Conversations;
using SiteAccess.Realtime.Delivery;
using SiteAccess.Realtime.Messages;
using SiteAccess.Realtime.Typing;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.Realtime;

/// <summary>
/// The hub (wire protocol v1), one for visitors and operators: the token says who calls. It is one type, partial by feature; what
/// it refuses is a <see cref="HubException"/> whose message is a code (<see cref="RefusalFilter"/>).
/// </summary>
[Authorize(Policies.Party)]
sealed partial class LiveHub(
    Arrivals arrivals,
    Attendance attendance,
    MessageForwarder messages,
    PositionReporter positions,
    SeenAnnouncer seen,
    TypingAnnouncer typing,
    Heads heads,
    RealtimeApi api) : Hub
{
    HubConnection Connection => HubConnection.Of(Context);
}
