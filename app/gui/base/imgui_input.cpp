#include "app/gui/base/imgui_input.h"

#include <GLFW/glfw3.h>
#include <imgui.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace jaedan::gui {

void name_keys(ImGuiIO& io) {
  constexpr std::pair<ImGuiKey, int> kKeys[] = {
      {ImGuiKey_Tab, GLFW_KEY_TAB},
      {ImGuiKey_LeftArrow, GLFW_KEY_LEFT},
      {ImGuiKey_RightArrow, GLFW_KEY_RIGHT},
      {ImGuiKey_UpArrow, GLFW_KEY_UP},
      {ImGuiKey_DownArrow, GLFW_KEY_DOWN},
      {ImGuiKey_PageUp, GLFW_KEY_PAGE_UP},
      {ImGuiKey_PageDown, GLFW_KEY_PAGE_DOWN},
      {ImGuiKey_Home, GLFW_KEY_HOME},
      {ImGuiKey_End, GLFW_KEY_END},
      {ImGuiKey_Insert, GLFW_KEY_INSERT},
      {ImGuiKey_Delete, GLFW_KEY_DELETE},
      {ImGuiKey_Backspace, GLFW_KEY_BACKSPACE},
      {ImGuiKey_Space, GLFW_KEY_SPACE},
      {ImGuiKey_Enter, GLFW_KEY_ENTER},
      {ImGuiKey_Escape, GLFW_KEY_ESCAPE},
      {ImGuiKey_KeyPadEnter, GLFW_KEY_KP_ENTER},
      {ImGuiKey_A, GLFW_KEY_A},
      {ImGuiKey_C, GLFW_KEY_C},
      {ImGuiKey_V, GLFW_KEY_V},
      {ImGuiKey_X, GLFW_KEY_X},
      {ImGuiKey_Y, GLFW_KEY_Y},
      {ImGuiKey_Z, GLFW_KEY_Z},
  };
  for (const auto& [imgui_key, glfw_key] : kKeys) io.KeyMap[imgui_key] = glfw_key;
}

void give_input(const FrameInput& frame, ImGuiIO& io) {
  io.MousePos = {static_cast<float>(frame.mouse.x), static_cast<float>(frame.mouse.y)};
  for (int i = 0; i < 3; ++i) io.MouseDown[i] = frame.button_down[i];
  io.MouseWheel = static_cast<float>(frame.wheel);
  std::copy(std::begin(frame.key_down), std::end(frame.key_down), std::begin(io.KeysDown));
  io.KeyCtrl = frame.key_down[GLFW_KEY_LEFT_CONTROL] || frame.key_down[GLFW_KEY_RIGHT_CONTROL];
  io.KeyShift = frame.key_down[GLFW_KEY_LEFT_SHIFT] || frame.key_down[GLFW_KEY_RIGHT_SHIFT];
  io.KeyAlt = frame.key_down[GLFW_KEY_LEFT_ALT] || frame.key_down[GLFW_KEY_RIGHT_ALT];
  for (const unsigned int c : frame.characters) io.AddInputCharacter(c);
}

}  // namespace jaedan::gui
