#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "labeling/domain/proposal.h"
#include "labeling/edit/command.h"

namespace jaedan {

/// Accepted garments follow the reading that a person looks at.
///
/// * A garment that is still exactly what another reading proposed (an *untouched acceptance*: same part, outline,
///   labels and model, not locked; hiding it is no touch) gives way, and the proposals of the new reading come in its
///   stead. What both readings have stays as it is, present or absent; the model's scores may differ between them.
/// * Every other garment – drawn, changed, labelled, confirmed, locked, imported – stays and keeps its place
///   (place.h): a proposal there is not added, and nothing gives way to such a proposal.
/// * When nothing gives way nothing is added either: what was not accepted stays a proposal.
///
/// An approved photo does not change. Always succeeds, perhaps by changing nothing. New garments lie below the others,
/// as in AcceptProposals.
class SwapReading : public Command {
 public:
  /// `reading`: index of the one to show; `refused`: indices of its proposals that must not come in. An index out of
  /// range changes nothing.
  SwapReading(Prediction prediction, std::size_t reading, std::vector<std::size_t> refused = {});

  std::string name() const override { return "swap_reading"; }
  Changes changes() const override { return {Change::kAdds, Change::kRemoves, Change::kReading}; }
  Deed deed() const override { return Deed::kAccept; }
  Status apply(Annotation& annotation) const override;

 private:
  Prediction prediction_;
  std::size_t reading_;
  std::vector<std::size_t> refused_;
};

/// The reading that the garments were accepted from: the one with the most untouched acceptances, the likelier one
/// of equals; empty when there is no such garment.
std::optional<std::size_t> accepted_reading(const Annotation& annotation, const Prediction& prediction);

}  // namespace jaedan
