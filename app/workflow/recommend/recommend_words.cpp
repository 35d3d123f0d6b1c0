#include "app/workflow/recommend/recommend_words.h"

#include <cstdio>

namespace jaedan::workflow {
namespace {

std::string labels_of(const std::vector<recommender::ComparedLabel>& labels, const Taxonomy& taxonomy) {
  std::string text;
  for (const recommender::ComparedLabel& label : labels) {
    const TaxonomyAttribute* attribute = taxonomy.attribute(label.attribute);
    text += (text.empty() ? "" : ", ") + (attribute ? attribute->english : label.attribute) + " (" +
            taxonomy.name_of(label.attribute, label.of_item, false) + ")";
  }
  return text;
}

std::string with_number(const char* format, double value) {
  char text[64];
  std::snprintf(text, sizeof text, format, value);
  return text;
}

}  // namespace

std::string sentence_of(const recommender::Reason& reason, const Taxonomy& taxonomy) {
  std::string text = with_number("likeness %.2f", reason.likeness);
  if (reason.like_liked) text += with_number("; to what you like %.2f", *reason.like_liked);
  if (reason.like_disliked) text += with_number("; to what you do not like %.2f", *reason.like_disliked);
  if (reason.taste) text += with_number("; to the taste %+.2f", *reason.taste);
  if (!reason.agreeing.empty()) text += "; same " + labels_of(reason.agreeing, taxonomy);
  if (!reason.differing.empty()) text += "; other " + labels_of(reason.differing, taxonomy);
  return text;
}

std::vector<Message> sentences_of(const CatalogueGaps& gaps) {
  std::vector<Message> said;
  if (gaps.changed_photos > 0) {
    said.push_back({"recommend.older",
                    "{0|photo} changed since the garments were read; the answer is from before",
                    {gaps.changed_photos}});
  }
  if (gaps.without_vector > 0) {
    said.push_back({"recommend.no_vector_yet",
                    "{0|approved garment} without a vector yet, left out of the answer",
                    {gaps.without_vector}});
  }
  if (gaps.unreadable > 0) {
    said.push_back({"recommend.unreadable",
                    "{0|approved garment} left out of the answer: the photo cannot be read by the model",
                    {gaps.unreadable}});
  }
  if (gaps.without_region > 0) {
    said.push_back({"recommend.no_outlines",
                    "{0|approved garment} without an outline, left out of the answer",
                    {gaps.without_region}});
  }
  return said;
}

}  // namespace jaedan::workflow
