// An operator labels twenty photos from pre-fill to submit, by keyboard alone, and somebody counts the keys. The real
// program in a real window; what it stored is compared with what the operator meant.

#include <cmath>
#include <cstdio>
#include <map>
#include <random>

#include "tests/app/gui/studio/studio_fixture.h"

namespace jaedan::gui::testing {
namespace {

constexpr int kPhotos = 20;
constexpr std::size_t kAnswersPerPage = 9;
// What most garments have none of: the window does not ask for it by itself.
const std::vector<std::string_view> kOptional = {attribute::kDetail, attribute::kSubColour};
// What a model that is right in part and mask fills in as well, always rightly: one key takes both.
const std::vector<std::string_view> kFilledIn = {attribute::kCategory, attribute::kColour};

bool is_filled_in(const std::string& attribute) {
  return std::find(kFilledIn.begin(), kFilledIn.end(), attribute) != kFilledIn.end();
}

using Truth = std::map<std::string, std::string>;  // attribute → value

/// Fashion is skewed: few values of an attribute are most of what is worn. Which these are, chance decides.
class Wardrobe {
 public:
  explicit Wardrobe(const Taxonomy& taxonomy) : taxonomy_(taxonomy) {}

  Truth wear(Part part) {
    Truth truth;
    for (const TaxonomyAttribute* attribute : taxonomy_.attributes_for(part)) {
      const bool asked = std::find(kOptional.begin(), kOptional.end(), attribute->id) == kOptional.end();
      const std::vector<std::string>& order = order_of(*attribute, part);
      if (asked && !order.empty()) truth[attribute->id] = order[rank(order.size())];
    }
    return truth;
  }
  /// In the order in which the window offers them.
  static std::vector<std::string> offered(const TaxonomyAttribute& attribute, Part part) {
    std::vector<std::string> values;
    for (const TaxonomyValue& value : attribute.values) {
      if (std::find(value.parts.begin(), value.parts.end(), part) != value.parts.end()) values.push_back(value.id);
    }
    return values;
  }

 private:
  const std::vector<std::string>& order_of(const TaxonomyAttribute& attribute, Part part) {
    std::vector<std::string>& order = orders_[{attribute.id, part}];
    if (order.empty()) {
      order = offered(attribute, part);
      std::shuffle(order.begin(), order.end(), chance_);
    }
    return order;
  }
  std::size_t rank(std::size_t count) {
    std::vector<double> weights;
    for (std::size_t i = 0; i < count; ++i) weights.push_back(1 / std::pow(i + 1.0, 1.5));
    return std::discrete_distribution<std::size_t>(weights.begin(), weights.end())(chance_);
  }

  const Taxonomy& taxonomy_;
  std::map<std::pair<std::string, Part>, std::vector<std::string>> orders_;
  std::mt19937 chance_{7};
};

/// Writes the script, and counts what it asks of the hands.
class Operator {
 public:
  explicit Operator(const Taxonomy& taxonomy) : taxonomy_(taxonomy) {}

  void label(const std::vector<std::pair<Part, Truth>>& garments) {
    key("Enter");  // the proposals are right: all of them
    key("Down");
    for (const auto& [part, truth] : garments) {
      ++garments_;
      key("Left");  // the first question is filled in
      ++attribute_keys_;
      for (const TaxonomyAttribute* attribute : taxonomy_.attributes_for(part)) answer(*attribute, part, truth);
    }
    key("Ctrl+Enter");
    script_ += "wait idle\n";
  }

  const std::string& script() const { return script_; }
  double keys_an_attribute() const { return double(attribute_keys_) / attributes_; }
  double actions_a_garment() const { return double(keys_) / garments_; }
  int attributes() const { return attributes_; }
  int garments() const { return garments_; }

 private:
  void key(const std::string& name) {
    script_ += "key " + name + "\n";
    ++keys_;
  }

  void answer(const TaxonomyAttribute& attribute, Part part, const Truth& truth) {
    const int before = keys_;
    const auto meant = truth.find(attribute.id);
    if (meant == truth.end()) return;  // passed over
    ++attributes_;
    if (is_filled_in(attribute.id)) return;  // taken already
    std::string& last = last_[{attribute.id, part}];
    std::vector<std::string>& used = used_[{attribute.id, part}];
    if (last == meant->second) {
      key("Enter");
    } else {
      const auto values = offered_now(attribute, part, used);
      const auto place = std::size_t(std::find(values.begin(), values.end(), meant->second) - values.begin());
      for (std::size_t page = 0; page < place / kAnswersPerPage; ++page) key("0");
      // Where several values may be given, Shift says that this was the last one.
      key((attribute.multiple ? "Shift+" : "") + std::to_string(place % kAnswersPerPage + 1));
    }
    last = meant->second;
    if (std::find(used.begin(), used.end(), last) == used.end()) used.push_back(last);
    attribute_keys_ += keys_ - before;
  }

  // What a person sees: of many values those used before have the first digits.
  static std::vector<std::string> offered_now(const TaxonomyAttribute& attribute, Part part,
                                              const std::vector<std::string>& used) {
    std::vector<std::string> values = Wardrobe::offered(attribute, part);
    if (attribute.values.size() <= kAnswersPerPage) return values;
    const auto place = [&](const std::string& v) { return std::find(used.begin(), used.end(), v); };
    std::stable_sort(values.begin(), values.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
    return values;
  }

  const Taxonomy& taxonomy_;
  std::string script_;
  std::map<std::pair<std::string, Part>, std::vector<std::string>> used_;
  std::map<std::pair<std::string, Part>, std::string> last_;
  int keys_ = 0, attribute_keys_ = 0, attributes_ = 0, garments_ = 0;
};

TEST(Operator, TwentyPhotosFromPreFillToSubmit) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(kPhotos);
  ASSERT_OK_AND_ASSIGN(const auto taxonomy, workflow::load_project_taxonomy());
  Wardrobe wardrobe(*taxonomy);
  Operator person(*taxonomy);
  std::vector<std::vector<std::pair<Part, Truth>>> meant;
  for (int i = 0; i < kPhotos; ++i) {
    Prediction prediction = made_prediction();
    std::vector<Proposal>& proposals = prediction.readings[0].garments;
    std::vector<std::pair<Part, Truth>> worn;
    for (Proposal& proposal : proposals) {
      const Truth truth = wardrobe.wear(proposal.part);
      proposal.attributes.clear();
      for (const std::string_view filled_in : kFilledIn) {
        const std::string id(filled_in);
        proposal.attributes.push_back({id, truth.at(id), {}, Provenance::model("made-model", 0.8)});
      }
      worn.insert(worn.begin(), {proposal.part, truth});  // the topmost, which is asked of first, is the last
    }
    ASSERT_OK(project.open().store().save_prediction(project.photo(std::size_t(i)), prediction));
    person.label(worn);
    meant.push_back(worn);
  }
  const auto result = play(project.path(), "wait idle\n" + person.script() + "wait idle\n");
  ASSERT_EQ(result.exit_code, 0) << result.err;

  for (std::size_t i = 0; i < meant.size(); ++i) {
    SCOPED_TRACE(i);
    const Annotation annotation = project.annotation(i);
    EXPECT_EQ(annotation.state, WorkflowState::kApproved);
    ASSERT_EQ(annotation.garments.size(), meant[i].size());
    for (std::size_t g = 0; g < meant[i].size(); ++g) {
      const auto& [part, truth] = meant[i][meant[i].size() - 1 - g];
      EXPECT_EQ(annotation.garments[g].part, part);
      for (const auto& [id, value] : truth) {
        EXPECT_EQ(values_of(annotation.garments[g].attributes, id), std::vector<std::string>{value}) << id;
        const AttributeValue* said = find_value(annotation.garments[g].attributes, id);
        ASSERT_NE(said, nullptr) << id;
        EXPECT_EQ(is_filled_in(id) ? said->provenance.confirmed_by : said->provenance.author, "tester") << id;
      }
    }
  }
  std::printf("%d garments, %d attributes: %.2f keys an attribute, %.1f actions a garment, 0 clicks\n",
              person.garments(), person.attributes(), person.keys_an_attribute(), person.actions_a_garment());
  EXPECT_LE(person.keys_an_attribute(), 1.1);
  EXPECT_LE(person.actions_a_garment(), 10);
}

}  // namespace
}  // namespace jaedan::gui::testing
