using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Marketplace.Matching.Text;

/// <summary>Takes what a query finds: what the viewer may not see is passed over, and what fails one chosen facet counts in that facet only.</summary>
internal sealed class FacetCollector(TextQuestion question) : ICollector
{
    private readonly Dictionary<string, int>[] _counts = [.. question.Facets.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
    private readonly Codes[] _sight = new Codes[question.Sight.Count];
    private readonly Codes[] _facets = new Codes[question.Facets.Count];
    private Scorer? _scorer;
    private int _first;
    private NumericDocValues? _published;
    private BinaryDocValues? _keys;

    internal readonly record struct Hit(int Doc, float Score, long Published, string Key);

    internal List<Hit> Hits { get; } = [];

    internal int Found { get; private set; }

    public bool AcceptsDocsOutOfOrder => true;

    internal Dictionary<string, IReadOnlyList<FacetCount>> Counts()
    {
        AddCounts();
        return question.Facets.Select((f, i) => (f.Key, Values: _counts[i]))
            .ToDictionary(f => f.Key, f => (IReadOnlyList<FacetCount>)[.. f.Values.Select(v => new FacetCount(v.Key, v.Value))], StringComparer.Ordinal);
    }

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        AddCounts();
        _first = context.DocBase;
        _published = context.AtomicReader.GetNumericDocValues(TextFields.Published);
        _keys = context.AtomicReader.GetBinaryDocValues(TextFields.Key);
        for (var i = 0; i < _sight.Length; i++)
            _sight[i] = new Codes(context.AtomicReader, question.Sight[i]);
        for (var i = 0; i < _facets.Length; i++)
            _facets[i] = new Codes(context.AtomicReader, question.Facets[i]);
    }

    public void Collect(int doc)
    {
        foreach (var sight in _sight)
        {
            if (!sight.HasChosen(doc))
                return;
        }

        Found++;
        var (failed, failing) = (0, -1);
        for (var i = 0; i < _facets.Length && failed < 2; i++)
        {
            if (_facets[i].IsChosen && !_facets[i].HasChosen(doc))
                (failed, failing) = (failed + 1, i);
        }

        for (var i = 0; i < _facets.Length && failed < 2; i++)
        {
            if (failed == 0 || failing == i)
                _facets[i].Count(doc);
        }

        if (failed == 0)
        {
            var key = new BytesRef();
            _keys!.Get(doc, key);
            Hits.Add(new Hit(_first + doc, _scorer!.GetScore(), _published!.Get(doc), key.Utf8ToString()));
        }
    }

    /// <summary>Adds what was counted in the segment that is done.</summary>
    private void AddCounts()
    {
        for (var i = 0; i < _facets.Length; i++)
            _facets[i].AddTo(_counts[i]);
    }

    /// <summary>The values of one field in one segment, by their number there.</summary>
    private readonly struct Codes
    {
        private readonly SortedSetDocValues? _values;
        private readonly HashSet<long> _chosen = [];
        private readonly int[] _counts = [];

        internal Codes(AtomicReader reader, KeyValuePair<string, IReadOnlyList<string>> field)
        {
            _values = reader.GetSortedSetDocValues(field.Key);
            IsChosen = field.Value.Count > 0;
            if (_values is not null)
                _counts = new int[_values.ValueCount];
            foreach (var value in field.Value)
            {
                if (_values?.LookupTerm(new BytesRef(value)) is >= 0 and var ord)
                    _chosen.Add(ord);
            }
        }

        internal bool IsChosen { get; }

        internal bool HasChosen(int doc)
        {
            if (_values is null || _chosen.Count == 0)
                return false;
            _values.SetDocument(doc);
            for (var ord = _values.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = _values.NextOrd())
            {
                if (_chosen.Contains(ord))
                    return true;
            }

            return false;
        }

        internal void Count(int doc)
        {
            if (_values is null)
                return;
            _values.SetDocument(doc);
            for (var ord = _values.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = _values.NextOrd())
                _counts[ord]++;
        }

        internal void AddTo(Dictionary<string, int> counts)
        {
            var value = new BytesRef();
            for (var ord = 0; ord < _counts?.Length; ord++)
            {
                if (_counts[ord] == 0)
                    continue;
                _values!.LookupOrd(ord, value);
                var text = value.Utf8ToString();
                counts[text] = counts.GetValueOrDefault(text) + _counts[ord];
                _counts[ord] = 0;
            }
        }
    }
}
