import { z } from 'zod'

export const id = z.string().min(1).max(200)

export const page = z.coerce.number().int().min(0).default(0)

/** What was typed or chosen in a field. Whether it will do is the domain's to say. */
export const typed = z.string().max(20_000).default('')

/** Days of a gathering as numbers between commas; the first is 1. */
export const days = z.string().max(100)
