#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/store/quality/measure_sums.h"

namespace jaedan::labeling {

/// An answer of a control that is to be measured …
struct WaitingAnswer {
  AnswerId answer;
  std::int64_t ticket = 0;  ///< another one whenever what it would be measured by changes
};
/// … and a panel.
struct WaitingPanel {
  PanelId panel;
  std::int64_t ticket = 0;  ///< the same
};

struct WaitingMeasures {
  std::int64_t answers = 0;
  std::int64_t panels = 0;

  std::int64_t all() const { return answers + panels; }
};

/// Mean IoU of one answer.
struct MeasuredIou {
  AnswerId answer;
  UserId user;
  Stage stage = Stage::kDrawn;
  double iou = 0;  ///< as it is added up (kIouUnits)
};

struct QualityQuery {
  QualityKind kind = QualityKind::kControl;
  UserId user = {};        ///< QualityKey::user; none: of everybody
  bool by_person = false;  ///< rows that differ in part, attribute and word alone are one, their sum
};
struct QualityRowOfSums {
  QualityKey key;  ///< what it is not told apart by is as in QualityKey{}
  QualityValue value;
};

/// How well people answer, measured once and kept: rows of answers of controls and of panels, and their sums, which
/// charts read. Who measures knows images and vocabulary (app/workflow/photo/measure_answers.h); the store knows what
/// is to be measured. Its other interfaces say so in the transaction of the deed: an answer that is submitted; every
/// answer of a photo whose truth changes (a control that is set, replaced or removed; of a photo that is none, what is
/// approved); those of a photo that is scaled, and panels that one more person has answered. What was measured before
/// is taken out of the sums then, so these are always those of the rows. A panel that is cancelled is out for good.
/// What every method owes its caller: store.h.
class MeasureStore {
 public:
  virtual ~MeasureStore() = default;

  virtual Result<WaitingMeasures> waiting_measures() = 0;
  /// In ascending id, after `after`, at most `limit`.
  virtual Result<std::vector<WaitingAnswer>> answers_to_measure(AnswerId after, int limit) = 0;
  virtual Result<std::vector<WaitingPanel>> panels_to_measure(PanelId after, int limit) = 0;
  /// Keeps how well the answer of a control that was submitted is; none: nobody knows what is right. False, and nothing
  /// is kept, when it does not wait under this ticket any more: somebody else measured it, or it is to be measured by
  /// something else. Ticket 0: as of now, in a batch that reads what it is measured by. kNotFound.
  virtual Result<bool> keep_measure(AnswerId answer, std::int64_t ticket,
                                    const std::optional<ControlMeasure>& measure) = 0;
  /// The same for a panel that is not cancelled; none: fewer than two answers, so there is nothing to compare.
  virtual Result<bool> keep_measure(PanelId panel, std::int64_t ticket, const std::optional<PanelMeasure>& measure) = 0;

  /// By what rules everything was measured that is kept; empty: nothing was.
  virtual Result<std::string> measure_rules() = 0;
  /// From now on it is measured by these. All that was measured by others is forgotten, and waits.
  virtual Status set_measure_rules(const std::string& rules) = 0;
  /// Forgets all measures; everything waits.
  virtual Status forget_measures() = 0;

  /// Hands the sums to `take`, in no order, without rows of zeros, the same object with each row. `take` must not ask
  /// the store.
  virtual Status for_each_quality_sum(const QualityQuery& query,
                                      const std::function<void(const QualityRowOfSums&)>& take) = 0;
  /// In ascending answer, of those people and stages that have at most `most` of them: who has more is known well
  /// enough by the sums. `user`: of this person alone; none: of everybody.
  virtual Result<std::vector<MeasuredIou>> measured_ious(UserId user, int most) = 0;
  /// Mean IoU of panels that have one, in ascending panel, at most `limit`.
  virtual Result<std::vector<double>> panel_ious(int limit) = 0;
  /// In ascending panel, after `after`, at most `limit`.
  virtual Result<std::vector<MeasuredPanel>> measured_panels(PanelId after, int limit) = 0;
  virtual Result<std::optional<PanelMeasure>> panel_measure(PanelId panel) = 0;
};

}  // namespace jaedan::labeling
