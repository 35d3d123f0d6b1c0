#include "app/gui/draw/icons.h"

#include <imgui.h>

#include <cmath>
#include <initializer_list>

namespace jaedan::gui {
namespace {

/// Strokes in a square of 24 units, as icon sets have it.
class Pen {
 public:
  Pen(ImDrawList& out, Point centre, float side, Colour colour)
      : out_(out),
        unit_(side / 24),
        x_(static_cast<float>(centre.x) - side / 2),
        y_(static_cast<float>(centre.y) - side / 2),
        colour_(colour),
        width_(std::max(1.0F, side / 13)) {}

  void line(std::initializer_list<ImVec2> points, bool closed = false) {
    for (const ImVec2& p : points) out_.PathLineTo(at(p));
    out_.PathStroke(colour_, closed ? ImDrawFlags_Closed : 0, width_);
  }
  void arc(ImVec2 centre, float radius, float from_deg, float to_deg) {
    constexpr float kRadians = 3.14159265F / 180;
    out_.PathArcTo(at(centre), radius * unit_, from_deg * kRadians, to_deg * kRadians, 20);
    out_.PathStroke(colour_, 0, width_);
  }
  void circle(ImVec2 centre, float radius) { out_.AddCircle(at(centre), radius * unit_, colour_, 0, width_); }
  void dot(ImVec2 centre, float radius) { out_.AddCircleFilled(at(centre), radius * unit_, colour_); }
  void box(ImVec2 from, ImVec2 to, float rounding) {
    out_.AddRect(at(from), at(to), colour_, rounding * unit_, 0, width_);
  }
  void fill(std::initializer_list<ImVec2> points) {
    for (const ImVec2& p : points) out_.PathLineTo(at(p));
    out_.PathFillConvex(colour_);
  }

 private:
  ImVec2 at(ImVec2 p) const { return {x_ + p.x * unit_, y_ + p.y * unit_}; }

  ImDrawList& out_;
  float unit_;
  float x_;
  float y_;
  Colour colour_;
  float width_;
};

void draw_eye(Pen& pen) {
  pen.line({{2, 12},
            {5, 8.4F},
            {9, 6.3F},
            {12, 6},
            {15, 6.3F},
            {19, 8.4F},
            {22, 12},
            {19, 15.6F},
            {15, 17.7F},
            {12, 18},
            {9, 17.7F},
            {5, 15.6F}},
           true);
  pen.circle({12, 12}, 3);
}

void draw_gear(Pen& pen) {
  pen.circle({12, 12}, 3.2F);
  pen.circle({12, 12}, 7);
  for (int i = 0; i < 8; ++i) {
    const float angle = static_cast<float>(i) * 3.14159265F / 4;
    pen.line(
        {{12 + 7 * std::cos(angle), 12 + 7 * std::sin(angle)}, {12 + 10 * std::cos(angle), 12 + 10 * std::sin(angle)}});
  }
}

void draw_sparkle(Pen& pen) {
  pen.line({{10, 3}, {12, 10}, {19, 12}, {12, 14}, {10, 21}, {8, 14}, {1, 12}, {8, 10}}, true);
  pen.line({{19, 2}, {19, 7}});
  pen.line({{16.5F, 4.5F}, {21.5F, 4.5F}});
}

}  // namespace

void draw_icon(ImDrawList& out, Icon icon, Point centre, float side, Colour colour) {
  Pen pen(out, centre, side, colour);
  switch (icon) {
    case Icon::kPointer:
      pen.line({{6, 3}, {6, 19}, {10.5F, 15}, {13.5F, 21}, {16, 19.8F}, {13, 14}, {18.5F, 13.5F}}, true);
      break;
    case Icon::kPolygon:
      pen.line({{12, 4}, {20, 10}, {17, 19}, {7, 19}, {4, 10}}, true);
      for (const ImVec2 p : {ImVec2(12, 4), ImVec2(20, 10), ImVec2(17, 19), ImVec2(7, 19), ImVec2(4, 10)})
        pen.dot(p, 2);
      break;
    case Icon::kRectangle:
      pen.box({4, 6}, {20, 18}, 0);
      for (const ImVec2 p : {ImVec2(4, 6), ImVec2(20, 6), ImVec2(20, 18), ImVec2(4, 18)}) pen.dot(p, 2);
      break;
    case Icon::kClicks:
      pen.circle({12, 12}, 3);
      for (const auto& [from, to] :
           {std::pair(ImVec2(12, 3), ImVec2(12, 6.5F)), std::pair(ImVec2(12, 17.5F), ImVec2(12, 21)),
            std::pair(ImVec2(3, 12), ImVec2(6.5F, 12)), std::pair(ImVec2(17.5F, 12), ImVec2(21, 12))})
        pen.line({from, to});
      break;
    case Icon::kMagicBox:
      for (const float x : {4.0F, 20.0F}) {
        const float inner = x < 12 ? x + 4 : x - 4;
        pen.line({{inner, 5}, {x, 5}, {x, 9}});
        pen.line({{inner, 19}, {x, 19}, {x, 15}});
      }
      pen.circle({12, 12}, 2.5F);
      break;
    case Icon::kBrush:
      pen.line({{20, 4}, {11, 13}});
      pen.line({{11, 13}, {7, 14}, {6, 18}, {3.5F, 20}, {9, 20}, {12, 18}, {12.5F, 14.5F}}, true);
      break;
    case Icon::kEraser:
      pen.line({{14, 4}, {21, 11}, {12, 20}, {7.5F, 20}, {3.5F, 16}, {3.5F, 14.5F}}, true);
      pen.line({{8.5F, 9.5F}, {15.5F, 16.5F}});
      pen.line({{12, 20}, {20, 20}});
      break;
    case Icon::kUndo:
      pen.line({{9, 5}, {4, 9.5F}, {9, 14}});
      pen.line({{4, 9.5F}, {15, 9.5F}});
      pen.arc({15, 14.25F}, 4.75F, -90, 90);
      pen.line({{15, 19}, {9, 19}});
      break;
    case Icon::kRedo:
      pen.line({{15, 5}, {20, 9.5F}, {15, 14}});
      pen.line({{20, 9.5F}, {9, 9.5F}});
      pen.arc({9, 14.25F}, 4.75F, 90, 270);
      pen.line({{9, 19}, {15, 19}});
      break;
    case Icon::kEye: draw_eye(pen); break;
    case Icon::kEyeOff:
      draw_eye(pen);
      pen.line({{4, 20}, {20, 4}});
      break;
    case Icon::kLock:
    case Icon::kUnlock:
      pen.box({5, 11}, {19, 21}, 2);
      pen.line({{8, 11}, {8, 7.5F}});
      pen.arc({12, 7.5F}, 4, 180, 360);
      if (icon == Icon::kLock) pen.line({{16, 7.5F}, {16, 11}});
      break;
    case Icon::kTrash:
      pen.line({{4, 6.5F}, {20, 6.5F}});
      pen.line({{9, 6.5F}, {9.5F, 3.5F}, {14.5F, 3.5F}, {15, 6.5F}});
      pen.line({{6, 6.5F}, {7, 20.5F}, {17, 20.5F}, {18, 6.5F}});
      break;
    case Icon::kHelp:
      pen.circle({12, 12}, 9.5F);
      pen.arc({12, 9.5F}, 2.8F, 180, 400);
      pen.line({{14, 11.5F}, {12, 13.2F}, {12, 14.5F}});
      pen.dot({12, 17.5F}, 1.3F);
      break;
    case Icon::kSettings: draw_gear(pen); break;
    case Icon::kFit:
      pen.line({{4, 9}, {4, 4}, {9, 4}});
      pen.line({{15, 4}, {20, 4}, {20, 9}});
      pen.line({{20, 15}, {20, 20}, {15, 20}});
      pen.line({{9, 20}, {4, 20}, {4, 15}});
      break;
    case Icon::kContrast:
      pen.circle({12, 12}, 9);
      pen.line({{12, 3}, {12, 21}});
      pen.fill({{12, 3}, {8, 4}, {4.5F, 7}, {3, 12}, {4.5F, 17}, {8, 20}, {12, 21}});
      break;
    case Icon::kScissors:
      pen.circle({6, 18}, 2.8F);
      pen.circle({18, 18}, 2.8F);
      pen.line({{7.5F, 15.6F}, {17, 3.5F}});
      pen.line({{16.5F, 15.6F}, {7, 3.5F}});
      break;
    case Icon::kKnife:
      pen.line({{3.5F, 20.5F}, {14, 10}});
      pen.line({{14, 10}, {17, 4}, {20, 7}, {14, 10}});
      pen.line({{3.5F, 14}, {6, 14}});
      pen.line({{17, 16}, {21, 16}});
      break;
    case Icon::kContour:
      pen.arc({12, 12}, 8.5F, 100, 350);
      pen.line({{20.4F, 10.5F}, {17, 16}, {14, 15}, {10.6F, 20.4F}});
      pen.dot({20.4F, 10.5F}, 1.9F);
      pen.dot({10.6F, 20.4F}, 1.9F);
      break;
    case Icon::kFolder: pen.line({{3, 19}, {3, 5}, {9, 5}, {11, 7.5F}, {21, 7.5F}, {21, 19}}, true); break;
    case Icon::kPrevious: pen.line({{15, 5}, {8, 12}, {15, 19}}); break;
    case Icon::kNext: pen.line({{9, 5}, {16, 12}, {9, 19}}); break;
    case Icon::kCheck: pen.line({{4.5F, 12.5F}, {10, 18}, {20, 6.5F}}); break;
    case Icon::kReturn:
      pen.line({{8, 8}, {3.5F, 12.5F}, {8, 17}});
      pen.line({{3.5F, 12.5F}, {20, 12.5F}, {20, 5}});
      break;
    case Icon::kSparkle: draw_sparkle(pen); break;
    case Icon::kClose:
      pen.line({{6, 6}, {18, 18}});
      pen.line({{18, 6}, {6, 18}});
      break;
    case Icon::kSearch:
      pen.circle({10.5F, 10.5F}, 6.5F);
      pen.line({{15.5F, 15.5F}, {20.5F, 20.5F}});
      break;
    case Icon::kUp:
      pen.line({{5, 11}, {12, 4}, {19, 11}});
      pen.line({{12, 4}, {12, 20}});
      break;
    case Icon::kProject:
      pen.box({3.5F, 4.5F}, {20.5F, 19.5F}, 2);
      pen.line({{3.5F, 16}, {9, 10.5F}, {14, 15.5F}, {16.5F, 13}, {20.5F, 17}});
      pen.dot({15.5F, 9}, 1.7F);
      break;
    case Icon::kMore:
      for (const float x : {5.5F, 12.0F, 18.5F}) pen.dot({x, 12}, 1.9F);
      break;
    case Icon::kMinus: pen.line({{4.5F, 12}, {19.5F, 12}}); break;
    case Icon::kPin:
      pen.line({{7.5F, 3.5F}, {16.5F, 3.5F}});
      pen.line({{9.5F, 3.5F}, {9.5F, 9.5F}, {6, 14}, {18, 14}, {14.5F, 9.5F}, {14.5F, 3.5F}});
      pen.line({{12, 14}, {12, 21}});
      break;
    case Icon::kPlus:
      pen.line({{12, 4.5F}, {12, 19.5F}});
      pen.line({{4.5F, 12}, {19.5F, 12}});
      break;
  }
}

}  // namespace jaedan::gui
