namespace SiteAccess.Load.Wire;

/// <summary>Hears what a wire brings.</summary>
interface IHearing
{
    /// <summary>A send of ours was committed as <paramref name="seq"/>.</summary>
    void Acknowledged(int number, long seq);

    /// <summary>A send of ours was refused.</summary>
    void Refused(int number, string error);

    /// <summary>A message came.</summary>
    void Received(MessageMark mark, long seq);

    /// <summary>The connection is gone.</summary>
    void Ended();
}
