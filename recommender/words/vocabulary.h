#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/domain/taxonomy.h"
#include "recommender/words/word_table.h"

namespace jaedan::recommender {

/// A word that can be searched with.
struct KnownWord {
  WordRole role = WordRole::kFiller;
  std::string name;              ///< as it is spelt for people
  std::vector<Readings> labels;  ///< of a label: each must hold
  std::optional<Part> part;      ///< of a part
  Label attribute;               ///< of an attribute; its value: the answer when there is none, may be empty
};

/// All words that can be searched with: the names, variants and ids of a taxonomy and a table of others, which goes
/// before it. Immutable, for several threads. Words are asked for as `folded` (letters.h) writes them.
class Vocabulary {
 public:
  /// What the table says of attributes and values that the taxonomy does not have is left out.
  Vocabulary(Taxonomy taxonomy, const WordTable& table);

  const Taxonomy& taxonomy() const { return taxonomy_; }
  /// The word, particles apart; null when it is not known.
  const KnownWord* find(std::u32string_view word) const;
  const KnownWord* find_particle(std::u32string_view particle) const;
  /// Letters of the longest word.
  std::size_t longest() const { return longest_; }

  /// What initial consonants stand for (ㅂㄹ): the Korean names that have just these, or else that begin with them.
  std::optional<KnownWord> from_consonants(std::u32string_view consonants) const;
  /// What a word with one typing mistake was to be; nothing for words of fewer than five letters (a syllable has two or
  /// three), and where it could be words of several meanings.
  const KnownWord* mistyped(std::u32string_view word) const;
  /// The names of the `count` words most like it, the nearest first; fewer, or none, when others have little to do with
  /// it.
  std::vector<std::string> nearest(std::u32string_view word, std::size_t count) const;

 private:
  /// A word that means a label, a part or a question, as it is typed.
  struct Spelling {
    std::u32string typed;
    std::size_t word = 0;
  };
  using Places = std::map<std::u32string, std::size_t, std::less<>>;

  void add_table(const WordTable& table);
  void add_row(const WordTable::Row& row);
  void add_values(const TaxonomyAttribute& attribute);
  void add_value_word(const std::string& spelling, const Label& label);
  void add_groups();
  void add_attribute_names();
  void add_spellings();
  bool has(const Label& label) const;
  Readings known_readings(const Readings& readings) const;
  void place(const std::string& spelling, KnownWord word, Places& places);

  Taxonomy taxonomy_;
  std::vector<KnownWord> words_;
  Places places_;      ///< folded word → place in words_
  Places particles_;   ///< the same for particles
  Places from_table_;  ///< those of places_ that the table has
  std::vector<Spelling> spellings_;
  std::size_t longest_ = 0;
};

}  // namespace jaedan::recommender
