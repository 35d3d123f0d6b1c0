#pragma once

#include <cstddef>

#include "labeling/domain/garment.h"
#include "labeling/edit/byte_stream.h"

namespace jaedan {

/// Writes what `garment` says differently from `base` (ids are not written). Moving one point of a ring
/// of a thousand costs some twenty bytes.
void write_delta(ByteWriter& out, const Garment& base, const Garment& garment);
/// The garment that `write_delta` wrote against the same `base`, with the id of `base`. Fails `in` for
/// bytes that make no sense, and when the garment's points would take more than `most_bytes`.
Garment read_delta(ByteReader& in, const Garment& base, std::size_t most_bytes);

void write_values(ByteWriter& out, const AttributeValues& values);
AttributeValues read_values(ByteReader& in);

/// About how much memory the garment takes.
std::size_t bytes_in_memory(const Garment& garment);
std::size_t bytes_in_memory(const AttributeValues& values);

}  // namespace jaedan
