using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SiteAccess.Api.Data;

/// <summary>Keeps an enumeration as its lower-case word, so that a person at psql reads it and a check constraint guards it.</summary>
sealed class WordConverter<TEnum>() : ValueConverter<TEnum, string>(value => Words.Of(value), word => Words.Parse<TEnum>(word))
    where TEnum : struct, Enum;

/// <summary>The words of enumerations, as the database has them.</summary>
static class Words
{
    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum => Table<TEnum>.Words[value];

    public static TEnum Parse<TEnum>(string word) where TEnum : struct, Enum => Table<TEnum>.Values[word];

    static class Table<TEnum> where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> Words =
            Enum.GetValues<TEnum>().ToFrozenDictionary(value => value, value => value.ToString().ToLowerInvariant());

        public static readonly FrozenDictionary<string, TEnum> Values = Words.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);
    }
}
