#include "labeling/shape/shape_edits.h"

#include <algorithm>
#include <utility>

#include "labeling/edit/command_group.h"
#include "labeling/edit/commands/delete_garments.h"
#include "labeling/edit/commands/paste_garments.h"
#include "labeling/edit/commands/set_region.h"
#include "labeling/shape/region_algebra.h"
#include "labeling/tools/contour.h"

namespace jaedan::labeling {
namespace {

using Commands = std::vector<std::unique_ptr<const Command>>;

Error not_there() { return {ErrorCode::kNotFound, "shape.garment_gone", "the garment is not there any more"}; }
Error refusal(Message why) { return {ErrorCode::kInvalidArgument, std::move(why)}; }

// kNotFound when one is missing.
Result<std::vector<const Garment*>> found(const Annotation& annotation, const std::vector<GarmentId>& ids) {
  std::vector<const Garment*> garments;
  for (const GarmentId id : ids) {
    garments.push_back(find_garment(annotation, id));
    if (!garments.back()) return not_there();
  }
  return garments;
}

std::unique_ptr<Command> grouped(const char* name, Commands commands) {
  return std::make_unique<CommandGroup>(name, std::move(commands));
}

Region above(const Annotation& annotation, GarmentId id) {
  Region covered;
  bool is_above = false;
  for (const Garment& garment : annotation.garments) {
    if (is_above && !garment.hidden) covered = united(covered, garment.region);
    is_above = is_above || garment.id == id;
  }
  return covered;
}

}  // namespace

ShapeEdit join_garments_into_first(const Annotation& annotation, const std::vector<GarmentId>& garments,
                                   const std::string& user) {
  if (garments.size() < 2) return refusal({"shape.choose_two", "choose two garments or more to join"});
  JAEDAN_ASSIGN_OR_RETURN(const auto chosen, found(annotation, garments));
  Region all;
  for (const Garment* garment : chosen) all = united(all, garment->region);
  Commands commands;
  commands.push_back(std::make_unique<SetRegion>(garments.front(), std::move(all), user));
  commands.push_back(std::make_unique<DeleteGarments>(std::vector<GarmentId>(garments.begin() + 1, garments.end())));
  return grouped("join_garments", std::move(commands));
}

ShapeEdit cut_others_out(const Annotation& annotation, const std::vector<GarmentId>& garments,
                         const std::string& user) {
  if (garments.empty()) return refusal({"shape.choose_first", "choose the garment that gives way first"});
  JAEDAN_ASSIGN_OR_RETURN(const auto chosen, found(annotation, garments));
  Region others;
  for (std::size_t i = 1; i < chosen.size(); ++i) others = united(others, chosen[i]->region);
  if (chosen.size() == 1) others = above(annotation, garments.front());
  const Region& before = chosen.front()->region;
  if (shared(before, others).empty()) return refusal({"shape.nothing_above", "nothing lies on this garment"});
  Region rest = subtracted(before, others);
  if (rest.empty()) return refusal({"shape.nothing_left", "nothing of this garment would be left"});
  return std::unique_ptr<Command>(std::make_unique<SetRegion>(garments.front(), std::move(rest), user));
}

ShapeEdit slice_garment(const Annotation& annotation, GarmentId id, const std::vector<Point>& line, const Rect& frame,
                        const std::string& user) {
  const Garment* garment = find_garment(annotation, id);
  if (!garment) return not_there();
  JAEDAN_ASSIGN_OR_RETURN(SlicedRegion parts, sliced(garment->region, line));
  Garment rest = *garment;
  rest.region = std::move(parts.cut_off);
  Commands commands;
  commands.push_back(std::make_unique<SetRegion>(id, std::move(parts.kept), user));
  commands.push_back(std::make_unique<PasteGarments>(
      Pasted{{std::move(rest)}, {}, static_cast<int>(frame.width), static_cast<int>(frame.height)}, user));
  return grouped("slice_garment", std::move(commands));
}

ShapeEdit redraw_contour(const Annotation& annotation, GarmentId id, const std::vector<Point>& path, double reach_px,
                         const Rect& frame, const std::string& user) {
  const Garment* garment = find_garment(annotation, id);
  if (!garment) return not_there();
  const Error apart = refusal({"shape.stretch_off_outline", "the new stretch has to begin and end on the outline"});
  if (path.size() < 2) return apart;
  const auto from = nearest_on_outline(garment->region, path.front(), reach_px);
  const auto to = nearest_on_outline(garment->region, path.back(), reach_px);
  if (!from || !to || from->ring != to->ring || from->at == to->at) return apart;
  Region region = garment->region;
  std::vector<Point> between(path.begin() + 1, path.end() - 1);
  for (Point& p : between) {
    p = {std::clamp(p.x, frame.x, frame.right()), std::clamp(p.y, frame.y, frame.bottom())};
  }
  region.rings[from->ring] = redrawn(region.rings[from->ring], *from, *to, between);
  return std::unique_ptr<Command>(std::make_unique<SetRegion>(id, std::move(region), user));
}

}  // namespace jaedan::labeling
