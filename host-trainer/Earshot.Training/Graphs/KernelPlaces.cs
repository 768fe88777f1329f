namespace Earshot.Training.Graphs;

/// <summary>
/// Which input place a kernel element takes to which output place, along one axis, as matrices of 0 and 1. A product with them puts weights
/// where they act, moves images by kernel elements, and adds up what kernel elements give to one place.
/// </summary>
internal static class KernelPlaces
{
    /// <summary>The places of all kernel columns: [kernel columns, input columns, output columns].</summary>
    internal static Tensor OfColumns(GraphBuilder graph, int width, int outputWidth, int kernelWidth, ConvolutionGeometry geometry) =>
        Of(graph, Offsets(kernelWidth, geometry.DilationWidth, geometry.PadLeft), geometry.StrideWidth, width, outputWidth);

    /// <summary>The places of all kernel rows: [kernel rows, input rows, output rows].</summary>
    internal static Tensor OfRows(GraphBuilder graph, int height, int outputHeight, int kernelHeight, ConvolutionGeometry geometry) =>
        Of(graph, Offsets(kernelHeight, geometry.DilationHeight, geometry.PadTop), geometry.StrideHeight, height, outputHeight);

    /// <summary>
    /// From the places of rows, [kernel rows, from, to], and those of columns to the places of kernel elements in images:
    /// [kernel rows · kernel columns, from rows · from columns · to rows · to columns].
    /// </summary>
    internal static Tensor OfImages(Tensor rows, Tensor columns)
    {
        var images = rows.Reshape(rows.Shape[0], 1, rows.Shape[1], 1, rows.Shape[2], 1)
            * columns.Reshape(1, columns.Shape[0], 1, columns.Shape[1], 1, columns.Shape[2]);
        var elements = rows.Shape[0] * columns.Shape[0];
        return images.Reshape(elements, images.Size / elements);
    }

    /// <summary>Element [k, i, o] is 1 where i = o · <paramref name="stride"/> + <paramref name="offsets"/>[k].</summary>
    internal static Tensor Of(GraphBuilder graph, int[] offsets, int stride, int inputs, int outputs)
    {
        var values = new float[offsets.Length * inputs * outputs];
        for (var element = 0; element < offsets.Length; element++)
        {
            for (var output = 0; output < outputs; output++)
            {
                var input = (output * stride) + offsets[element];
                if (input >= 0 && input < inputs)
                {
                    values[(((element * inputs) + input) * outputs) + output] = 1;
                }
            }
        }

        return graph.Constant(values, offsets.Length, inputs, outputs);
    }

    /// <summary>Takes the last axis of images from input places to output places, or back, once for each kernel element.</summary>
    /// <param name="images">[.., from].</param>
    /// <param name="places">[kernel elements, from, to].</param>
    /// <returns>[kernel elements, the other axes of the images as one, to].</returns>
    internal static Tensor Move(Tensor images, Tensor places)
    {
        var rows = images.Size / places.Shape[1];
        return images.Graph.Emit("MatMul", [places.Shape[0], rows, places.Shape[2]], [images.Reshape(1, rows, places.Shape[1]), places]);
    }

    /// <summary>The input place that each kernel element takes to the first output place.</summary>
    internal static int[] Offsets(int kernel, int dilation, int padding) =>
        [.. Enumerable.Range(0, kernel).Select(element => (element * dilation) - padding)];
}
