#include "labeling/edit/garment_delta.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jaedan {
namespace {

/// Which fields follow, in this order.
enum Field : std::uint8_t {
  kPart = 1,
  kRegion = 2,
  kRegionProvenance = 4,
  kRect = 8,
  kAttributes = 16,
  kLocked = 32,  // the flags carry their value themselves
  kHidden = 64,
  kHandling = 128,
};

/// Beside the source: the name of who confirmed it follows. Files of programs that did not know of this have neither.
constexpr std::uint8_t kConfirmed = 0x80;
/// Beside the source of a label: what the model would have said next follows the label. As new as that, too.
constexpr std::uint8_t kAlternatives = 0x40;

double read_finite(ByteReader& in) {
  const double value = in.real();
  if (!std::isfinite(value)) in.fail();
  return value;
}

/// `flags`: what else stands beside the source.
void write_provenance(ByteWriter& out, const Provenance& provenance, std::uint8_t flags = 0) {
  const bool confirmed = !provenance.confirmed_by.empty();
  if (confirmed) flags |= kConfirmed;
  out.byte(static_cast<std::uint8_t>(static_cast<std::uint8_t>(provenance.source) | flags));
  out.text(provenance.author);
  out.real(provenance.score);
  if (confirmed) out.text(provenance.confirmed_by);
}

/// `known`: the flags that may stand beside the source; afterwards those that do.
Provenance read_provenance(ByteReader& in, std::uint8_t& known) {
  Provenance provenance;
  const std::uint8_t head = in.byte();
  const auto source = static_cast<std::uint8_t>(head & ~(kConfirmed | known));
  known &= head;
  if (source > static_cast<std::uint8_t>(Source::kImport)) in.fail();
  provenance.source = static_cast<Source>(source);
  provenance.author = in.text();
  provenance.score = read_finite(in);
  if (head & kConfirmed) provenance.confirmed_by = in.text();
  return provenance;
}

Provenance read_provenance(ByteReader& in) {
  std::uint8_t none = 0;
  return read_provenance(in, none);
}

void write_alternatives(ByteWriter& out, const std::vector<AlternativeValue>& alternatives) {
  out.number(alternatives.size());
  for (const AlternativeValue& next : alternatives) {
    out.text(next.value);
    out.real(next.score);
  }
}

std::vector<AlternativeValue> read_alternatives(ByteReader& in) {
  std::vector<AlternativeValue> alternatives;
  const std::uint64_t count = in.number();
  for (std::uint64_t i = 0; i < count && !in.failed(); ++i) {
    std::string value = in.text();
    alternatives.push_back({std::move(value), read_finite(in)});
  }
  return alternatives;
}

/// A ring as: points taken from the start of `base`, points taken from its end, new points in between.
void write_ring(ByteWriter& out, const Ring& base, const Ring& ring) {
  const std::size_t common = std::min(base.size(), ring.size());
  std::size_t head = 0;
  while (head < common && base[head] == ring[head]) ++head;
  std::size_t tail = 0;
  while (tail < common - head && base[base.size() - 1 - tail] == ring[ring.size() - 1 - tail]) ++tail;
  out.number(head);
  out.number(tail);
  out.number(ring.size() - head - tail);
  for (std::size_t i = head; i < ring.size() - tail; ++i) {
    out.real(ring[i].x);
    out.real(ring[i].y);
  }
}

Ring read_ring(ByteReader& in, const Ring& base, std::size_t& points_left) {
  const std::uint64_t head = in.number();
  const std::uint64_t tail = in.number();
  const std::uint64_t fresh = in.number();
  const bool fits_base = head <= base.size() && tail <= base.size() - head;
  if (!fits_base || fresh > in.left() / (2 * sizeof(double)) || head + tail + fresh > points_left) {
    in.fail();
    return {};
  }
  points_left -= head + tail + fresh;
  Ring ring(base.begin(), base.begin() + static_cast<std::ptrdiff_t>(head));
  ring.reserve(head + tail + fresh);
  for (std::uint64_t i = 0; i < fresh; ++i) {
    const double x = read_finite(in);
    ring.push_back({x, read_finite(in)});
  }
  ring.insert(ring.end(), base.end() - static_cast<std::ptrdiff_t>(tail), base.end());
  return ring;
}

void write_region(ByteWriter& out, const Region& base, const Region& region) {
  out.number(region.rings.size());
  const Ring nothing;
  for (std::size_t i = 0; i < region.rings.size(); ++i) {
    write_ring(out, i < base.rings.size() ? base.rings[i] : nothing, region.rings[i]);
  }
}

Region read_region(ByteReader& in, const Region& base, std::size_t most_points) {
  Region region;
  const Ring nothing;
  const std::uint64_t rings = in.number();
  for (std::uint64_t i = 0; i < rings && !in.failed(); ++i) {
    region.rings.push_back(read_ring(in, i < base.rings.size() ? base.rings[i] : nothing, most_points));
  }
  return region;
}

void write_rect(ByteWriter& out, const std::optional<Rect>& rect) {
  out.byte(rect ? 1 : 0);
  if (!rect) return;
  for (const double value : {rect->x, rect->y, rect->width, rect->height}) out.real(value);
}

void write_handling(ByteWriter& out, const Handling& handling) {
  for (const std::string& name : {handling.accepted_by, handling.looked_by, handling.approved_by}) out.text(name);
}

Handling read_handling(ByteReader& in) {
  Handling handling;
  for (std::string* name : {&handling.accepted_by, &handling.looked_by, &handling.approved_by}) *name = in.text();
  return handling;
}

std::optional<Rect> read_rect(ByteReader& in) {
  if (in.byte() == 0) return std::nullopt;
  Rect rect;
  for (double* value : {&rect.x, &rect.y, &rect.width, &rect.height}) *value = read_finite(in);
  return rect;
}

}  // namespace

void write_values(ByteWriter& out, const AttributeValues& values) {
  out.number(values.size());
  for (const AttributeValue& value : values) {
    out.text(value.attribute);
    out.text(value.value);
    out.text(value.spelling);
    write_provenance(out, value.provenance, value.alternatives.empty() ? std::uint8_t{0} : kAlternatives);
    if (!value.alternatives.empty()) write_alternatives(out, value.alternatives);
  }
}

AttributeValues read_values(ByteReader& in) {
  AttributeValues values;
  const std::uint64_t count = in.number();
  for (std::uint64_t i = 0; i < count && !in.failed(); ++i) {
    AttributeValue value;
    value.attribute = in.text();
    value.value = in.text();
    value.spelling = in.text();
    std::uint8_t flags = kAlternatives;
    value.provenance = read_provenance(in, flags);
    if (flags & kAlternatives) value.alternatives = read_alternatives(in);
    if ((flags & kAlternatives) && value.alternatives.empty()) in.fail();
    values.push_back(std::move(value));
  }
  return values;
}

void write_delta(ByteWriter& out, const Garment& base, const Garment& garment) {
  const bool same_provenance = garment.region_provenance == base.region_provenance;
  std::uint8_t fields = 0;
  if (garment.part != base.part) fields |= kPart;
  if (garment.region != base.region) fields |= kRegion;
  if (!same_provenance) fields |= kRegionProvenance;
  if (garment.rect != base.rect) fields |= kRect;
  if (garment.attributes != base.attributes) fields |= kAttributes;
  if (garment.locked) fields |= kLocked;
  if (garment.hidden) fields |= kHidden;
  if (garment.handling != base.handling) fields |= kHandling;
  out.byte(fields);
  if (fields & kPart) out.byte(mask_value(garment.part));
  if (fields & kRegion) write_region(out, base.region, garment.region);
  if (fields & kRegionProvenance) write_provenance(out, garment.region_provenance);
  if (fields & kRect) write_rect(out, garment.rect);
  if (fields & kAttributes) write_values(out, garment.attributes);
  if (fields & kHandling) write_handling(out, garment.handling);
}

Garment read_delta(ByteReader& in, const Garment& base, std::size_t most_bytes) {
  Garment garment = base;
  const std::uint8_t fields = in.byte();
  if (fields & kPart) {
    const std::uint8_t part = in.byte();
    if (part < mask_value(Part::kOuter) || part > mask_value(Part::kDress)) in.fail();
    garment.part = static_cast<Part>(part);
  }
  if (fields & kRegion) garment.region = read_region(in, base.region, most_bytes / sizeof(Point));
  if (fields & kRegionProvenance) garment.region_provenance = read_provenance(in);
  if (fields & kRect) garment.rect = read_rect(in);
  if (fields & kAttributes) garment.attributes = read_values(in);
  if (fields & kHandling) garment.handling = read_handling(in);
  garment.locked = fields & kLocked;
  garment.hidden = fields & kHidden;
  return garment;
}

std::size_t bytes_in_memory(const AttributeValues& values) {
  std::size_t bytes = values.size() * sizeof(AttributeValue);
  for (const AttributeValue& value : values) {
    bytes += value.attribute.size() + value.value.size() + value.spelling.size() + value.provenance.author.size() +
             value.provenance.confirmed_by.size();
    for (const AlternativeValue& next : value.alternatives) bytes += sizeof(AlternativeValue) + next.value.size();
  }
  return bytes;
}

std::size_t bytes_in_memory(const Garment& garment) {
  return sizeof(Garment) + garment.region.rings.size() * sizeof(Ring) + point_count(garment.region) * sizeof(Point) +
         garment.region_provenance.author.size() + garment.region_provenance.confirmed_by.size() +
         garment.handling.accepted_by.size() + garment.handling.looked_by.size() + garment.handling.approved_by.size() +
         bytes_in_memory(garment.attributes);
}

}  // namespace jaedan
