#pragma once

#include "app/gui/base/input_queue.h"

struct ImGuiIO;

namespace jaedan::gui {

/// Tells Dear ImGui which of our key codes are the keys that it knows. Once a context.
void name_keys(ImGuiIO& io);
/// Gives Dear ImGui what the frame gets to see of the input; before its NewFrame.
void give_input(const FrameInput& frame, ImGuiIO& io);

}  // namespace jaedan::gui
