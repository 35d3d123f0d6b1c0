#pragma once

#include <cstddef>
#include <optional>

#include "app/gui/base/ui.h"
#include "app/gui/charts/chart_data.h"

namespace jaedan::gui {

/// A control chart: a line of points over time, the centre, and the limits of each point as a band; what lies outside
/// is a square. As wide as there is room, `height` design pixels high. Says so where there is no point. Gives the point
/// that was pressed.
std::optional<std::size_t> limit_chart(const Ui& ui, const LimitChart& chart, float height = 120);

}  // namespace jaedan::gui
