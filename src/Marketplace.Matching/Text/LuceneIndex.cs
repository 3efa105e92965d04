using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Marketplace.Matching.Text;

/// <summary>
/// Documents of one kind in the memory of the process. A question reads what is there and never waits for a change; a change is seen by every
/// question after it. Safe for use by several threads.
/// </summary>
internal sealed class LuceneIndex : IDisposable
{
    private const string Texts = "texts";

    private static readonly PerFieldAnalyzerWrapper Analyzer = new(DutchAnalysis.Index, new Dictionary<string, Analyzer> { [TextFields.Plain] = DutchAnalysis.Plain });

    private static readonly BM25Similarity Similarity = new();

    private readonly System.Threading.Lock _writing = new();
    private volatile State _state = new();

    /// <summary>How many documents there are.</summary>
    internal int Count => Read(s => s.IndexReader.NumDocs);

    /// <summary>Replaces everything. Questions are answered from what was there until the new index is whole.</summary>
    internal void Rebuild(IEnumerable<(string Key, long Revision, TextRecord? Record)> records)
    {
        lock (_writing)
        {
            var (old, state) = (_state, new State());
            state.Write(records);
            _state = state;
            old.Dispose();
        }
    }

    /// <summary>Brings changes in; a change that is not newer than what the index holds does nothing.</summary>
    internal void Apply(IEnumerable<(string Key, long Revision, TextRecord? Record)> records)
    {
        lock (_writing)
            _state.Write(records);
    }

    /// <summary>Answers one step.</summary>
    internal TextAnswer Search(TextQuestion question, SearchStep step) => Read(searcher =>
    {
        var collector = new FacetCollector(question);
        searcher.Search(step.Node is { } node ? LuceneQueries.Of(node) : new MatchAllDocsQuery(), collector);
        var shown = collector.Hits
            .OrderByDescending(h => h.Score).ThenByDescending(h => h.Published).ThenBy(h => h.Key, StringComparer.Ordinal)
            .Skip(question.From).Take(question.Size).ToList();
        return new TextAnswer(
            collector.Found, collector.Hits.Count, [.. shown.Select(h => h.Key)], collector.Counts(),
            step.Way == SearchWay.AllWords ? [] : [.. shown.SelectMany(h => searcher.Doc(h.Doc, new HashSet<string> { Texts }).GetValues(Texts, CultureInfo.InvariantCulture))]);
    });

    /// <inheritdoc/>
    public void Dispose() => _state.Dispose();

    private T Read<T>(Func<IndexSearcher, T> read)
    {
        while (true)
        {
            var state = _state;
            if (state.Acquire() is { } searcher)
            {
                try
                {
                    return read(searcher);
                }
                finally
                {
                    state.Release(searcher);
                }
            }

            // A rebuild came between: what it made is there now. Otherwise the whole index is gone.
            ObjectDisposedException.ThrowIf(state == _state, this);
        }
    }

    private static Document DocumentOf(TextRecord record)
    {
        var document = new Document
        {
            new StringField(TextFields.Key, record.Key, Field.Store.NO),
            new BinaryDocValuesField(TextFields.Key, new BytesRef(record.Key)),
            new NumericDocValuesField(TextFields.Published, record.Published),
        };
        Add(document, TextFields.Title, [record.Title]);
        Add(document, TextFields.Work, record.Work);
        Add(document, TextFields.Who, record.Who);
        Add(document, TextFields.All, record.Texts);
        Add(document, TextFields.Plain, record.Texts);
        foreach (var text in record.Texts)
            document.Add(new StoredField(Texts, DutchWords.Composed(text)));
        foreach (var (field, values) in record.Codes)
        {
            foreach (var value in values)
                document.Add(new SortedSetDocValuesField(field, new BytesRef(value)));
        }

        return document;
    }

    private static void Add(Document document, string field, IEnumerable<string> texts)
    {
        foreach (var text in texts)
            document.Add(new TextField(field, DutchWords.Composed(text), Field.Store.NO));
    }

    /// <summary>One index with the revisions of what it holds, and of what was taken out since it was made.</summary>
    private sealed class State : IDisposable
    {
        private readonly Dictionary<string, long> _revisions = new(StringComparer.Ordinal);
        private readonly RAMDirectory _directory = new();
        private readonly IndexWriter _writer;
        private readonly SearcherManager _searchers;

        internal State()
        {
            _writer = new IndexWriter(_directory, new IndexWriterConfig(DutchAnalysis.Version, Analyzer)
            {
                Similarity = Similarity,
                MergeScheduler = new SerialMergeScheduler(),
            });
            _searchers = new SearcherManager(_writer, applyAllDeletes: true, new Searchers());
        }

        internal void Write(IEnumerable<(string Key, long Revision, TextRecord? Record)> records)
        {
            foreach (var (key, revision, record) in records)
            {
                if (_revisions.TryGetValue(key, out var known) && known >= revision)
                    continue;
                _revisions[key] = revision;
                var term = new Term(TextFields.Key, key);
                if (record is null)
                    _writer.DeleteDocuments(term);
                else
                    _writer.UpdateDocument(term, DocumentOf(record));
            }

            _searchers.MaybeRefreshBlocking();
        }

        /// <summary>What can be searched now, to be released; null when this index was replaced.</summary>
        internal IndexSearcher? Acquire()
        {
            try
            {
                return _searchers.Acquire();
            }
            catch (ObjectDisposedException)
            {
                return null;
            }
        }

        internal void Release(IndexSearcher searcher) => _searchers.Release(searcher);

        /// <summary>A searcher that is still read goes when it is released.</summary>
        public void Dispose()
        {
            _searchers.Dispose();
            _writer.Rollback();
            _writer.Dispose();
            _directory.Dispose();
        }
    }

    private sealed class Searchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = Similarity };
    }
}
