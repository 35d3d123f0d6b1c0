#include "labeling/edit/commands/keep_version.h"

#include <algorithm>
#include <utility>

namespace jaedan {
namespace {

bool is_same(const Garment* a, const Garment* b) { return a && b ? *a == *b : a == b; }

void remove(GarmentId id, Annotation& annotation) {
  auto& garments = annotation.garments;
  garments.erase(std::remove_if(garments.begin(), garments.end(), [id](const Garment& one) { return one.id == id; }),
                 garments.end());
}

/// What I did to one garment, done to theirs where they left it alone; else mine comes beside theirs.
void bring_in(const Garment& mine, const Garment* base, Annotation& theirs) {
  Garment* there = find_garment(theirs, mine.id);
  if (is_same(&mine, base) || is_same(&mine, there)) return;
  if (there && is_same(there, base)) {
    *there = mine;
    return;
  }
  Garment beside = mine;
  if (there) beside.id = next_garment_id(theirs);
  theirs.garments.push_back(std::move(beside));
}

bool says_something(const AttributeValues& values, const std::string& attribute) {
  return std::any_of(values.begin(), values.end(),
                     [&](const AttributeValue& value) { return value.attribute == attribute; });
}

AttributeValues said_of(const AttributeValues& all, const std::string& attribute) {
  AttributeValues some;
  for (const AttributeValue& value : all) {
    if (value.attribute == attribute) some.push_back(value);
  }
  return some;
}

/// Labels of the whole photo cannot be there twice: theirs stay where both said something.
AttributeValues joined(const AttributeValues& mine, const AttributeValues& base, const AttributeValues& theirs) {
  AttributeValues all;
  for (const AttributeValue& value : theirs) {
    const std::string& attribute = value.attribute;
    const bool they_changed_it = said_of(theirs, attribute) != said_of(base, attribute);
    if (they_changed_it || said_of(mine, attribute) == said_of(base, attribute)) all.push_back(value);
  }
  for (const AttributeValue& value : mine) {
    if (!says_something(all, value.attribute) && said_of(mine, value.attribute) != said_of(base, value.attribute)) {
      const AttributeValues said = said_of(mine, value.attribute);
      all.insert(all.end(), said.begin(), said.end());
    }
  }
  return all;
}

}  // namespace

KeepVersion::KeepVersion(Annotation mine, Annotation base, Kept kept)
    : mine_(std::move(mine)), base_(std::move(base)), kept_(kept) {}

Changes KeepVersion::changes() const {
  return {Change::kOutlines, Change::kLabels, Change::kAdds, Change::kRemoves, Change::kOrder, Change::kFlags};
}

Status KeepVersion::apply(Annotation& theirs) const {
  if (kept_ == Kept::kTheirs) return {};
  if (kept_ == Kept::kMine) {
    theirs.garments = mine_.garments;
    theirs.image_attributes = mine_.image_attributes;
    return {};
  }
  for (const Garment& was : base_.garments) {
    const bool i_removed_it = !find_garment(mine_, was.id);
    if (i_removed_it && is_same(find_garment(theirs, was.id), &was)) remove(was.id, theirs);
  }
  for (const Garment& garment : mine_.garments) bring_in(garment, find_garment(base_, garment.id), theirs);
  theirs.image_attributes = joined(mine_.image_attributes, base_.image_attributes, theirs.image_attributes);
  return {};
}

}  // namespace jaedan
