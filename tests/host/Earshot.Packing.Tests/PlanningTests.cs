using Earshot.Native;
using Earshot.Packing.Import;
using Earshot.Packing.Planning;
using Earshot.Packing.Tests.Support;

namespace Earshot.Packing.Tests;

public class PlanningTests
{
    public static TheoryData<string> Names => Topologies.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Rings_hold_what_their_readers_need_and_not_a_column_more(string name)
    {
        var network = QdqImporter.Import(Topologies.All[name]().Quantized(), name);
        foreach (var mode in TimePlan.WhyNotStream(network) is null ? new[] { ModelMode.Stream, ModelMode.Window } : [ModelMode.Window])
        {
            var unit = TimePlan.DecisionUnit(network);
            var time = TimePlan.Create(network, mode, mode == ModelMode.Stream ? 2 * unit : 5);
            foreach (var block in new[] { 1, 2, mode == ModelMode.Stream ? 2 * unit : 23 })
            {
                var planned = RingPlanner.Columns(time, block);
                foreach (var tensor in network.Tensors)
                {
                    Assert.Equal(RingBound.Columns(time, tensor, block), planned[tensor]);
                }
            }
        }
    }

    [Fact]
    public void Buffers_that_live_together_never_overlap()
    {
        var random = new Random(4);
        for (var trial = 0; trial < 200; trial++)
        {
            var buffers = Enumerable.Range(0, random.Next(1, 20)).Select(index =>
            {
                var first = random.Next(0, 12);
                return new ArenaBuffer($"{index}", 16 * random.Next(0, 40), first, first + random.Next(0, 6));
            }).ToArray();
            var (offsets, bytes) = ArenaAllocator.Allocate(buffers);
            Assert.True(bytes >= ArenaAllocator.LowerBound(buffers));
            for (var left = 0; left < buffers.Length; left++)
            {
                Assert.True(offsets[left] % 16 == 0 && offsets[left] >= 0 && offsets[left] + buffers[left].Bytes <= bytes);
                for (var right = 0; right < left; right++)
                {
                    var apart = offsets[left] + buffers[left].Bytes <= offsets[right] || offsets[right] + buffers[right].Bytes <= offsets[left];
                    Assert.True(apart || !buffers[left].Meets(buffers[right]));
                }
            }
        }
    }

    [Fact]
    public void A_chain_of_layers_needs_no_more_than_its_two_largest_neighbours()
    {
        ArenaBuffer[] chain = [new("a", 320, 0, 1), new("b", 640, 1, 2), new("c", 160, 2, 3), new("d", 800, 3, 4), new("e", 48, 4, 5)];
        Assert.Equal(960, ArenaAllocator.Allocate(chain).Bytes);
    }

    [Fact]
    public void What_is_written_over_another_shares_its_offset_and_takes_no_memory_of_its_own()
    {
        ArenaBuffer[] chain = [new("a", 320, 0, 1), new("b", 640, 1, 2), new("c", 640, 2, 3, 1), new("d", 160, 3, 4, 2), new("e", 480, 4, 5)];
        Assert.Equal(960, ArenaAllocator.LowerBound(chain));
        var (offsets, bytes) = ArenaAllocator.Allocate(chain);
        Assert.Equal(960, bytes);
        Assert.Equal(offsets[1], offsets[2]);
        Assert.Equal(offsets[1], offsets[3]);
    }

    [Fact]
    public void Rows_of_buffers_that_share_an_offset_stay_clear_of_all_others()
    {
        var random = new Random(5);
        for (var trial = 0; trial < 200; trial++)
        {
            List<ArenaBuffer> buffers = [];
            for (var index = 0; index < 12; index++)
            {
                // A layer chain: each is written by layer `index`, and half of them over what they read last.
                int? over = index > 0 && buffers[index - 1].Last == index && random.Next(2) == 0 ? index - 1 : null;
                buffers.Add(new ArenaBuffer($"{index}", 16 * random.Next(1, 40), index, index + random.Next(1, 4), over));
            }

            var (offsets, bytes) = ArenaAllocator.Allocate(buffers);
            for (var left = 0; left < buffers.Count; left++)
            {
                Assert.True(offsets[left] + buffers[left].Bytes <= bytes);
                for (var right = 0; right < left; right++)
                {
                    var apart = offsets[left] + buffers[left].Bytes <= offsets[right] || offsets[right] + buffers[right].Bytes <= offsets[left];
                    Assert.True(apart || !buffers[left].Meets(buffers[right]) || buffers[left].Over == right);
                }

                Assert.True(buffers[left].Over is not { } over || offsets[over] == offsets[left]);
            }
        }
    }

    [Fact]
    public void Whole_windows_share_memory()
    {
        var network = QdqImporter.Import(Topologies.All["same convolutions, global maximum"]().Quantized(), "x");
        var time = TimePlan.Create(network, ModelMode.Window, 5);
        var plan = ArenaPlan.Create(time, 23, 2064, 0);
        Assert.True(plan.Bytes < network.Tensors.Sum(tensor => ArenaPlan.Align(tensor.WindowBytes)) + 2064);
    }

    [Fact]
    public void The_delay_of_a_stream_is_its_receptive_field()
    {
        var network = QdqImporter.Import(Topologies.All["valid convolutions, global mean"]().Quantized(), "x");
        var time = TimePlan.Create(network, ModelMode.Stream, 6);

        // Two kernels of 3, the second with stride 2 over 21 columns: 10 columns, 2 apart, are pooled.
        Assert.Equal(2, TimePlan.DecisionUnit(network));
        Assert.Equal(3 + 2 + 2 * 9, time.WindowColumns);
        Assert.Equal(6, time[network.Scores].Stride);
    }
}
