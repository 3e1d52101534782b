import { crc32, deflateSync } from 'node:zlib'

/** A picture in shades of grey: a byte a pixel, row by row, 0 is black. */
export interface Picture {
  width: number
  height: number
  pixels: Uint8Array
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const grey = 0
const bitsPerPixel = 8

/** @see https://www.w3.org/TR/png-3/ */
export function encodePng({ width, height, pixels }: Picture): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(bitsPerPixel, 8)
  header.writeUInt8(grey, 9)
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(withFilters({ width, height, pixels }), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Each row begins with the number of its filter: none. */
function withFilters({ width, height, pixels }: Picture): Buffer {
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  return rows
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}
