import { z } from 'zod'

/** A row of whole numbers for each feature; times `scales`, by column, they are the weights. */
export const matrixSchema = z.object({ weights: z.instanceof(Int8Array), scales: z.instanceof(Float32Array) })
export type Matrix = z.infer<typeof matrixSchema>

/** Keeps weights to within a 127th of the largest in their column, in a quarter of the room. */
export function compressMatrix(weights: Float32Array, columns: number): Matrix {
  const scales = new Float32Array(columns)
  const rounded = new Int8Array(weights.length)
  for (let column = 0; column < columns; column++) {
    let largest = 0
    for (let at = column; at < weights.length; at += columns) largest = Math.max(largest, Math.abs(weights[at] ?? 0))
    const scale = largest / 127 || 1
    for (let at = column; at < weights.length; at += columns) rounded[at] = Math.round((weights[at] ?? 0) / scale)
    scales[column] = scale
  }
  return { weights: rounded, scales }
}
