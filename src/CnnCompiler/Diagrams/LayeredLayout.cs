using System.Collections.Generic;
using System.Linq;

namespace CnnCompiler.Diagrams;

/// <summary>
/// Places the boxes of a graph in a grid of ranks (from top to bottom) and columns. A box is one rank below the lowest that it reads. It keeps the column of
/// the first one where that is free, so that main paths are straight and branches stand side by side; an arrow over several ranks takes the cells between its
/// ends in one column. No two things share a cell: boxes do not overlap, and arrows pass beside them.
/// </summary>
internal sealed class LayeredLayout
{
    private readonly HashSet<(int Rank, int Column)> _taken = [];
    private readonly (int Rank, int Column)[] _boxes;
    private readonly int[] _lanes;

    public LayeredLayout(DiagramGraph graph)
    {
        _boxes = new (int, int)[graph.Boxes.Count];
        _lanes = new int[graph.Edges.Count];
        ILookup<int, int> incoming = Enumerable.Range(0, graph.Edges.Count).ToLookup(edge => graph.Edges[edge].To);
        for (int box = 0; box < _boxes.Length; box++)
        {
            (int Rank, int Column)[] read = [.. incoming[box].Select(edge => _boxes[graph.Edges[edge].From])];
            int rank = read.Length == 0 ? 0 : read.Max(from => from.Rank) + 1;
            _boxes[box] = (rank, Take(rank, rank + 1, read.Length == 0 ? 0 : read[0].Column));
            foreach ((int edge, (int Rank, int Column) from) in incoming[box].Zip(read))
                _lanes[edge] = Take(from.Rank + 1, rank, from.Column);
        }

        Columns = _taken.Max(cell => cell.Column) + 1;
        Ranks = _boxes.Max(box => box.Rank) + 1;
    }

    public int Ranks { get; }

    public int Columns { get; }

    /// <summary>The cell of a box.</summary>
    public (int Rank, int Column) Box(int box) => _boxes[box];

    /// <summary>The column in which an arrow passes the ranks between its ends; of no meaning where there are none.</summary>
    public int Lane(int edge) => _lanes[edge];

    // The free column of the ranks that is nearest to the wanted one.
    private int Take(int first, int end, int wanted)
    {
        int column = Nearest(wanted).First(candidate => IsFree(first, end, candidate));
        for (int rank = first; rank < end; rank++)
            _taken.Add((rank, column));
        return column;
    }

    private static IEnumerable<int> Nearest(int wanted)
    {
        yield return wanted;
        for (int distance = 1; ; distance++)
        {
            yield return wanted + distance;
            if (distance <= wanted)
                yield return wanted - distance;
        }
    }

    private bool IsFree(int first, int end, int column)
    {
        for (int rank = first; rank < end; rank++)
        {
            if (_taken.Contains((rank, column)))
                return false;
        }

        return true;
    }
}
