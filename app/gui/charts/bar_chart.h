#pragma once

#include <cstddef>
#include <optional>

#include "app/gui/base/ui.h"
#include "app/gui/charts/chart_data.h"

namespace jaedan::gui {

/// A bar a row: its name, clipped where it is long, the bar, its value. As wide as there is room; at most `most_rows`
/// rows high, further ones are scrolled to, and only those in sight are drawn. Says so where there is no bar. Gives the
/// bar that was pressed, of a chart whose bars lead somewhere.
std::optional<std::size_t> bar_chart(const Ui& ui, const BarChart& chart, int most_rows = 12);

}  // namespace jaedan::gui
