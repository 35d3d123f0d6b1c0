#include "app/workflow/recommend/search_sentences.h"

#include <string>
#include <utility>

namespace jaedan::workflow {
namespace {

using recommender::Label;
using recommender::LabelVerdict;
using recommender::QueryLabel;
using recommender::Verdict;

void append(std::string& list, const std::string& word) { list += (list.empty() ? "" : ", ") + word; }

/// Names of labels in both languages.
class Names {
 public:
  explicit Names(const Taxonomy& taxonomy) : taxonomy_(taxonomy) {}

  void add(const Label& label) {
    append(english_, name(label, false));
    append(korean_, name(label, true));
  }
  bool empty() const { return english_.empty(); }
  Message message() const { return name_in_both(english_, korean_); }

 private:
  /// Of a label that stands for any value, the attribute's.
  std::string name(const Label& label, bool korean) const {
    if (!label.value.empty()) return taxonomy_.name_of(label.attribute, label.value, korean);
    const TaxonomyAttribute* attribute = taxonomy_.attribute(label.attribute);
    if (!attribute) return label.attribute;
    return korean ? attribute->korean : attribute->english;
  }

  const Taxonomy& taxonomy_;
  std::string english_, korean_;
};

Message unknown_words(const recommender::WordQuery& query) {
  std::vector<Message> words;
  for (const recommender::UnknownWord& unknown : query.unknown) {
    std::string near;
    for (const std::string& word : unknown.nearest) append(near, word);
    if (near.empty()) {
      words.push_back({"search.unknown_word", "'{0}'", {unknown.word}});
    } else {
      words.push_back({"search.near_words", "'{0}' (known and near: {1})", {unknown.word, near}});
    }
  }
  return joined(words);
}

}  // namespace

std::vector<Message> search_notes(const FoundByWords& found, bool has_items) {
  const recommender::WordQuery& query = found.query;
  std::vector<Message> notes;
  if (query.empty() && query.unknown.empty()) {
    notes.push_back(
        {"search.nothing_asked", "these words ask for nothing; name a garment, such as \"black mini skirt\""});
    return notes;
  }
  if (query.empty()) {
    notes.push_back({"search.only_unknown", "nothing of this is understood: {0}", {unknown_words(query)}});
    return notes;
  }
  if (!query.unknown.empty()) {
    notes.push_back({"search.not_understood", "not understood and left out: {0}", {unknown_words(query)}});
  }
  for (const recommender::UnderstoodWord& word : query.understood) {
    notes.push_back({"search.understood_as", "'{0}' is understood as '{1}'", {word.word, word.as}});
  }
  if (!has_items) {
    notes.push_back({"search.no_approved", "there is no approved photo with garments yet"});
  } else if (found.photos.empty()) {
    notes.push_back({"search.nothing_found", "no approved photo has what these words ask for"});
  } else if (!found.photos.front().complete) {
    notes.push_back({"search.not_together",
                     "no approved photo has all {0} garments; these have some of them",
                     {query.garments.size()}});
  }
  return notes;
}

Message reason_of(const std::vector<LabelVerdict>& labels, const Taxonomy& taxonomy) {
  Names has(taxonomy), lacks(taxonomy), without(taxonomy), unknown(taxonomy);
  for (const LabelVerdict& label : labels) {
    if (label.verdict == Verdict::kUnknown) {
      unknown.add(label.label);
    } else if (label.excluded) {
      without.add(label.label);
    } else {
      (label.verdict == Verdict::kHolds ? has : lacks).add(label.label);
    }
  }
  std::vector<Message> sentences;
  if (!has.empty()) sentences.push_back({"search.has", "has {0}", {has.message()}});
  if (!without.empty()) sentences.push_back({"search.without", "without {0}", {without.message()}});
  if (!lacks.empty()) sentences.push_back({"search.lacks", "lacks {0}", {lacks.message()}});
  if (!unknown.empty()) sentences.push_back({"search.not_known", "not known: {0}", {unknown.message()}});
  return joined(sentences);
}

Message names_of(const std::vector<recommender::LabelValue>& labels, const Taxonomy& taxonomy) {
  Names names(taxonomy);
  for (const recommender::LabelValue& label : labels) names.add({label.attribute, label.value});
  return names.message();
}

Message names_of(const std::vector<QueryLabel>& labels, const Taxonomy& taxonomy) {
  Names names(taxonomy);
  for (const QueryLabel& label : labels) names.add(label.readings.front());
  return names.message();
}

Message name_of(const recommender::QueryGarment& garment, const Taxonomy& taxonomy) {
  std::vector<Message> said;
  if (!garment.wanted.empty()) said.push_back(names_of(garment.wanted, taxonomy));
  if (!garment.excluded.empty()) {
    said.push_back({"search.without", "without {0}", {names_of(garment.excluded, taxonomy)}});
  }
  Message all = joined(said);
  if (!garment.part) return all;
  return said.empty() ? message_of(*garment.part) : in_context(message_of(*garment.part), std::move(all));
}

}  // namespace jaedan::workflow
