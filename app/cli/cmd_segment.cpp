// segment: cuts one object out of a photo, by clicks.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "app/cli/output.h"
#include "app/workflow/predict/segment_photo.h"
#include "labeling/base/atomic_writer.h"

namespace jaedan::cli {
namespace {

/// "x,y", or "-x,y" for a place that does not belong to the object.
Result<inference::Click> parse_click(const std::string& word) {
  const bool removes = !word.empty() && word.front() == '-';
  const std::vector<double> numbers = numbers_in(std::string_view(word).substr(removes ? 1 : 0));
  if (numbers.size() == 2) return inference::Click{{numbers[0], numbers[1]}, !removes};
  return Error{ErrorCode::kInvalidArgument,
               "cli.wrong_click",
               "--click takes x,y or -x,y in pixels, not '{0}'",
               {one_line(word)}};
}

Result<Rect> parse_box(const std::string& word) {
  const std::vector<double> numbers = numbers_in(word);
  if (numbers.size() == 4) return Rect{numbers[0], numbers[1], numbers[2], numbers[3]};
  return Error{ErrorCode::kInvalidArgument,
               "cli.wrong_box",
               "--box takes x,y,width,height in pixels, not '{0}'",
               {one_line(word)}};
}

nlohmann::json rings_json(const Region& region) {
  nlohmann::json rings = nlohmann::json::array();
  for (const Ring& ring : region.rings) {
    nlohmann::json points = nlohmann::json::array();
    for (const Point& p : ring) points.push_back({p.x, p.y});
    rings.push_back(std::move(points));
  }
  return rings;
}

nlohmann::json answer_json(const workflow::SegmentRequest& request, const workflow::SegmentAnswer& answer) {
  const Rect box = bounds_of(answer.region);
  return {{"photo", request.photo},
          {"model", answer.model_id},
          {"width", answer.width},
          {"height", answer.height},
          {"rings", rings_json(answer.region)},
          {"area_px", area_px(answer.region)},
          {"box", {box.x, box.y, box.width, box.height}},
          {"encode_ms", answer.encode_ms},
          {"answers_ms", answer.answers_ms}};
}

bool ends_with(const std::string& path, const char* ending) {
  return CLI::detail::to_lower(std::filesystem::path(path).extension().string()) == ending;
}

Status write_answer(const std::string& path, const nlohmann::json& document, const workflow::SegmentAnswer& answer) {
  if (ends_with(path, ".png")) return workflow::write_mask(path, answer);
  JAEDAN_ASSIGN_OR_RETURN(const auto file, AtomicWriter::open(path));
  const auto replace = nlohmann::json::error_handler_t::replace;
  JAEDAN_RETURN_IF_ERROR(file->append(document.dump(1, ' ', false, replace) + "\n"));
  return file->commit();
}

/// One line a ring, for people and for scripts that want no JSON.
void print_rings(const Region& region) {
  for (const Ring& ring : region.rings) {
    for (std::size_t i = 0; i < ring.size(); ++i) std::printf("%s%g,%g", i == 0 ? "" : " ", ring[i].x, ring[i].y);
    std::printf("\n");
  }
}

}  // namespace

int cmd_segment(const Arguments& arguments) {
  CLI::App app(
      "Cuts one object out of a photo by what is clicked on. Prints its outline, a line a ring (a ring inside a ring "
      "is "
      "a hole), or writes it. Exits with 1 when nothing was found.",
      "segment");
  workflow::SegmentRequest request;
  std::vector<std::string> clicks;
  std::string box, part, out;
  bool json = false;
  app.add_option("PHOTO", request.photo, "the photo")->required();
  app.add_option("--click", clicks, "x,y in pixels belongs to the object, -x,y does not; again for more")
      ->allow_extra_args(false);
  app.add_option("--box", box, "x,y,width,height: roughly around the object");
  CLI::Option* const mask = app.add_option("--mask", request.mask,
                                           "PNG of the photo's size: what is taken for the object so far; 0 is "
                                           "outside. A click changes it near itself only");
  app.add_option("--mask-part", part,
                 "the mask is one of `tag --format masks`, and this part of it is meant; clicks may change all of it")
      ->needs(mask)
      ->check(CLI::IsMember({"outer", "top", "bottom", "dress"}));
  app.add_option("--out", out, "write a mask (NAME.png: 0, 255) or the outline (NAME.json) instead");
  app.add_option("--model", request.model,
                 "id or folder of a model that answers clicks, or grabcut (default: the built-in one)");
  app.add_option("--threads", request.threads, "of one answer (default: all cores)")->check(CLI::Range(0, 256));
  app.add_flag("--json", json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;

  for (const std::string& word : clicks) {
    const auto click = parse_click(word);
    if (!click.ok()) return fail(click.error());
    request.clicks.push_back(*click);
  }
  if (!box.empty()) {
    const auto parsed = parse_box(box);
    if (!parsed.ok()) return fail(parsed.error());
    request.box = *parsed;
  }
  if (!part.empty()) request.mask_part = part_from_id(part);
  if (!out.empty() && !ends_with(out, ".png") && !ends_with(out, ".json")) {
    return fail({ErrorCode::kInvalidArgument, "cli.wrong_out", "--out takes a name that ends in .png or .json"});
  }
  std::error_code unknown;
  if (!out.empty() && std::filesystem::equivalent(out, request.photo, unknown)) {
    return fail({ErrorCode::kInvalidArgument, "cli.out_is_photo", "--out would replace the photo"});
  }
  const auto answer = workflow::segment_photo(request);
  if (!answer.ok()) return fail(answer.error());
  const nlohmann::json document = answer_json(request, *answer);
  const bool is_empty = answer->region.empty();
  if (!out.empty() && !is_empty) {
    if (const Status written = write_answer(out, document, *answer); !written.ok()) return fail(written.error());
  }
  if (json) {
    print_json(document);
  } else if (out.empty()) {
    print_rings(answer->region);
  }
  if (is_empty)
    std::fprintf(stderr, "jaedan: nothing was found there%s\n", out.empty() ? "" : ", so nothing was written");
  return is_empty ? kSomeFailed : kDone;
}

}  // namespace jaedan::cli
