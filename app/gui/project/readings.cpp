#include "app/gui/project/readings.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <utility>

#include "labeling/base/fnv1a.h"

namespace jaedan::gui {
namespace {

std::uint64_t fingerprint(double value, std::uint64_t state) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  return fnv1a_64({bytes, sizeof bytes}, state);
}

/// The same for the same proposals of the same model; labels are left out.
std::uint64_t fingerprint(const std::optional<Prediction>& prediction) {
  if (!prediction) return 0;
  std::uint64_t state = fnv1a_64(prediction->model_id);
  for (const Reading& reading : prediction->readings) {
    state = fingerprint(reading.probability, state);
    for (const Proposal& proposal : reading.garments) {
      state = fingerprint(proposal.score, fnv1a_64(id_of(proposal.part), state));
      for (const Ring& ring : proposal.region.rings) {
        for (const Point& p : ring) state = fingerprint(p.y, fingerprint(p.x, state));
      }
    }
  }
  return state;
}

std::size_t place_of(std::size_t reading, const std::vector<std::size_t>& offered) {
  return static_cast<std::size_t>(std::find(offered.begin(), offered.end(), reading) - offered.begin());
}

}  // namespace

std::vector<std::size_t> offered_readings(const Document& document) {
  constexpr double kShownAsOnePercent = 0.005;
  std::vector<std::size_t> offered;
  const std::vector<Reading>& readings = document.prediction->readings;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    if (i == document.reading || readings[i].probability >= kShownAsOnePercent) offered.push_back(i);
  }
  return offered;
}

bool has_other_readings(const Document& document) {
  return document.prediction && offered_readings(document).size() > 1 &&
         document.session.annotation().state != WorkflowState::kApproved;
}

std::size_t reading_beside(const Document& document, int by) {
  const std::vector<std::size_t> offered = offered_readings(document);
  return offered[(place_of(document.reading, offered) + (by > 0 ? 1 : offered.size() - 1)) % offered.size()];
}

SwapReading swap_to(const Document& document, std::size_t reading) {
  std::vector<std::size_t> refused;
  for (std::size_t i = 0; i < document.prediction->readings[reading].garments.size(); ++i) {
    if (document.rejected.contains({reading, i})) refused.push_back(i);
  }
  return {*document.prediction, reading, std::move(refused)};
}

void show_accepted_reading(Document& document) {
  if (!document.prediction) return;
  document.reading = accepted_reading(document.session.annotation(), *document.prediction).value_or(document.reading);
}

std::string reading_text(const Strings& text, const Document& document) {
  const std::vector<std::size_t> offered = offered_readings(document);
  char said[96];
  std::snprintf(said, sizeof said, text(Text::kReadingFormat), place_of(document.reading, offered) + 1, offered.size(),
                document.prediction->readings[document.reading].probability * 100);
  return said;
}

ProposalChoices choices_of(const Document& document) {
  return {fingerprint(document.prediction), document.reading, document.rejected};
}

void take_up(const ProposalChoices& choices, Document& document) {
  if (choices.prediction != fingerprint(document.prediction)) return;
  document.reading = choices.reading;
  if (!document.rejected.empty()) return;  // it was never forgotten
  document.rejected = choices.rejected;
  document.rejected.forget_moments();
}

void replace_prediction(Prediction prediction, Document& document) {
  const std::uint64_t before = fingerprint(document.prediction);
  document.prediction = std::move(prediction);
  document.rejected = {};
  if (fingerprint(document.prediction) == before) return;
  document.reading = 0;
  show_accepted_reading(document);
}

}  // namespace jaedan::gui
