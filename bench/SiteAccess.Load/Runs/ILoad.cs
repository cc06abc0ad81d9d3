namespace SiteAccess.Load.Runs;

/// <summary>Makes people talk.</summary>
interface ILoad
{
    void Start();

    void Stop();
}
