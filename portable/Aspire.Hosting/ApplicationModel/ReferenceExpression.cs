using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A text with gaps that are filled when their values are known.</summary>
public class ReferenceExpression : IExpressionValue, IValueWithReferences
{
    /// <summary>The expression without text.</summary>
    public static readonly ReferenceExpression Empty = new(string.Empty, []);

    internal ReferenceExpression(string format, IReadOnlyList<IValueProvider> valueProviders)
    {
        Format = format;
        ValueProviders = valueProviders;
    }

    /// <summary>The text, its gaps numbered as in a composite format.</summary>
    public string Format { get; }

    /// <summary>What fills the gaps, in their order.</summary>
    public IReadOnlyList<IValueProvider> ValueProviders { get; }

    /// <inheritdoc />
    public string ValueExpression =>
        string.Format(CultureInfo.InvariantCulture, Format, [.. ValueProviders.Select(provider => (provider as IManifestExpressionProvider)?.ValueExpression)]);

    /// <inheritdoc />
    IEnumerable<object> IValueWithReferences.References => ValueProviders;

    /// <summary>Makes an expression from an interpolated string.</summary>
    public static ReferenceExpression Create(in ExpressionInterpolatedStringHandler handler) => handler.GetExpression();

    /// <inheritdoc />
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken) => GetValueAsync(new ValueProviderContext(), cancellationToken);

    /// <inheritdoc />
    public async ValueTask<string?> GetValueAsync(ValueProviderContext context, CancellationToken cancellationToken)
    {
        if (Format.Length == 0)
        {
            return null;
        }

        var values = new object?[ValueProviders.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = await ValueProviders[i].GetValueAsync(context, cancellationToken).ConfigureAwait(false);
        }

        return string.Format(CultureInfo.InvariantCulture, Format, values);
    }

    /// <summary>Collects the parts of an interpolated string; the compiler calls it.</summary>
    [InterpolatedStringHandler]
    public ref struct ExpressionInterpolatedStringHandler(int literalLength, int formattedCount)
    {
        readonly StringBuilder _format = new(literalLength * 2);
        readonly List<IValueProvider> _valueProviders = new(formattedCount);

        /// <summary>Takes fixed text.</summary>
        public readonly void AppendLiteral(string value) => _format.Append(Escape(value));

        /// <summary>Takes text that is already known.</summary>
        public readonly void AppendFormatted(string? value) => _format.Append(Escape(value ?? string.Empty));

        /// <summary>Takes a value that will be known.</summary>
        public readonly void AppendFormatted<T>(T valueProvider)
            where T : IValueProvider, IManifestExpressionProvider => Append(valueProvider);

        /// <summary>Takes a resource that is a value, as a parameter is.</summary>
        public readonly void AppendFormatted<T>(IResourceBuilder<T> valueProvider)
            where T : IResource, IValueProvider, IManifestExpressionProvider => Append(valueProvider.Resource);

        internal readonly ReferenceExpression GetExpression() => new(_format.ToString(), [.. _valueProviders]);

        static string Escape(string text) => text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

        readonly void Append(IValueProvider valueProvider)
        {
            _format.Append(CultureInfo.InvariantCulture, $"{{{_valueProviders.Count}}}");
            _valueProviders.Add(valueProvider);
        }
    }
}
