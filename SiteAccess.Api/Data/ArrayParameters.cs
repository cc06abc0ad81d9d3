using Npgsql;
using NpgsqlTypes;

namespace SiteAccess.Api.Data;

static class ArrayParameters
{
    /// <summary>Adds the next column of a set that the statement unnests.</summary>
    public static NpgsqlBatchCommand With<T>(this NpgsqlBatchCommand command, NpgsqlDbType type, IEnumerable<T> values)
    {
        command.Parameters.Add(new NpgsqlParameter { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type });
        return command;
    }
}
