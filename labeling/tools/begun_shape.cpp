#include "labeling/tools/begun_shape.h"

#include <cmath>
#include <utility>

#include "labeling/edit/byte_stream.h"

namespace jaedan {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::uint8_t kVersionWithClicks = 2;
constexpr std::size_t kPointBytes = 16;

void write(ByteWriter& out, const std::vector<Ring>& steps) {
  out.number(steps.size());
  for (const Ring& step : steps) {
    out.number(step.size());
    for (const Point& p : step) {
      out.real(p.x);
      out.real(p.y);
    }
  }
}

/// A count of things that take at least `least_bytes` each; what cannot be there counts as unreadable.
bool read_count(ByteReader& in, std::size_t least_bytes, std::size_t& count) {
  count = static_cast<std::size_t>(in.number());
  return !in.failed() && count <= in.left() / least_bytes;
}

bool read(ByteReader& in, std::vector<Ring>& steps) {
  std::size_t step_count = 0;
  if (!read_count(in, 1 + kPointBytes, step_count)) return false;
  for (std::size_t i = 0; i < step_count; ++i) {
    std::size_t points = 0;
    if (!read_count(in, kPointBytes, points) || points == 0) return false;
    Ring step(points);
    for (Point& p : step) {
      p.x = in.real();
      p.y = in.real();
      if (in.failed() || !std::isfinite(p.x) || !std::isfinite(p.y)) return false;
    }
    steps.push_back(std::move(step));
  }
  return true;
}

enum class ClickKind : std::uint8_t { kBeside = 0, kOn = 1, kBox = 2 };

void write(ByteWriter& out, const std::vector<BegunClick>& clicks) {
  out.number(clicks.size());
  for (const BegunClick& click : clicks) {
    const ClickKind kind = click.box ? ClickKind::kBox : click.adds ? ClickKind::kOn : ClickKind::kBeside;
    out.byte(static_cast<std::uint8_t>(kind));
    const Rect place = click.box.value_or(Rect{click.at.x, click.at.y, 0, 0});
    out.real(place.x);
    out.real(place.y);
    if (!click.box) continue;
    out.real(place.width);
    out.real(place.height);
  }
}

bool read(ByteReader& in, std::vector<BegunClick>& clicks) {
  std::size_t count = 0;
  if (!read_count(in, 1 + kPointBytes, count)) return false;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint8_t kind = in.byte();
    const bool is_box = kind == static_cast<std::uint8_t>(ClickKind::kBox);
    const Point at{in.real(), in.real()};
    const Point size = is_box ? Point{in.real(), in.real()} : Point{};
    const bool finite = std::isfinite(at.x) && std::isfinite(at.y) && std::isfinite(size.x) && std::isfinite(size.y);
    if (in.failed() || !finite || kind > static_cast<std::uint8_t>(ClickKind::kBox)) return false;
    BegunClick click;
    if (is_box) {
      click.box = Rect{at.x, at.y, size.x, size.y};
    } else {
      click.at = at;
      click.adds = kind == static_cast<std::uint8_t>(ClickKind::kOn);
    }
    clicks.push_back(click);
  }
  return true;
}

}  // namespace

std::string BegunShape::to_bytes() const {
  if (empty()) return {};
  ByteWriter out;
  out.byte(clicks.empty() ? kVersion : kVersionWithClicks);
  out.text(tool);
  out.text(use);
  out.text(id_of(part));
  out.number(static_cast<std::uint64_t>(garment.value));
  write(out, draft.steps);
  write(out, draft.taken_back);
  if (!clicks.empty()) write(out, clicks);
  return out.bytes();
}

Result<BegunShape> BegunShape::from_bytes(std::string_view bytes) {
  BegunShape shape;
  if (bytes.empty()) return shape;
  const Error unreadable{ErrorCode::kCorrupt, "shape.begun_broken", "a shape that was begun cannot be read"};
  ByteReader in(bytes);
  const std::uint8_t version = in.byte();
  if (version != kVersion && version != kVersionWithClicks) return unreadable;
  shape.tool = in.text();
  shape.use = in.text();
  const std::optional<Part> part = part_from_id(in.text());
  shape.garment.value = static_cast<std::int64_t>(in.number());
  if (in.failed() || !part) return unreadable;
  shape.part = *part;
  if (!read(in, shape.draft.steps) || !read(in, shape.draft.taken_back)) return unreadable;
  if (version == kVersionWithClicks && !read(in, shape.clicks)) return unreadable;
  if (!in.at_end()) return unreadable;
  return shape;
}

}  // namespace jaedan
