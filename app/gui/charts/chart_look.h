#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/gui/base/ui.h"

namespace jaedan::gui {

/// What charts have in common: colours, legend, words.

/// How many series have a colour of their own.
inline constexpr std::size_t kChartColours = 6;
/// Of a series, that people with any kind of colour blindness can tell apart: after Tol (2021, "bright"), on a light
/// ground after Okabe and Ito (2008), darker. None is a part's. The seventh has the first one's.
Colour chart_colour(ThemeKind theme, std::size_t series);

/// A line of squares and names; nothing for one series or none.
void chart_legend(const Ui& ui, const std::vector<std::string>& series);
/// Instead of a chart that has nothing to draw.
void empty_chart(const Ui& ui, const std::string& name);
/// Under the mouse: the name, what each part is, and more.
void chart_tooltip(const Ui& ui, const std::string& title, const std::vector<std::string>& lines);

}  // namespace jaedan::gui
