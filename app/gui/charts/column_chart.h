#pragma once

#include <cstddef>
#include <optional>
#include <utility>

#include "app/gui/base/ui.h"
#include "app/gui/charts/chart_data.h"

namespace jaedan::gui {

/// A column a day, side by side; where there is no room for all of them neighbours are drawn in sum. As wide as there
/// is room, `height` design pixels high. Says so where there is none. Gives the first and the last of those that the
/// pressed column stands for, of a chart whose columns lead somewhere.
std::optional<std::pair<std::size_t, std::size_t>> column_chart(const Ui& ui, const BarChart& chart,
                                                                float height = 170);

}  // namespace jaedan::gui
