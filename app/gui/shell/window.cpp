#include "app/gui/shell/window.h"

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "app/gui/base/imgui_input.h"
#include "labeling/io/image_header.h"

namespace jaedan::gui {
namespace {

Message last_glfw_error() {
  const char* description = nullptr;
  glfwGetError(&description);
  return description ? Message(description) : Message{"window.no_reason", "unknown reason"};
}

Error no_display() {
  const bool unset = !std::getenv("DISPLAY") && !std::getenv("WAYLAND_DISPLAY");
  const Message reason = unset ? Message{"window.display_unset", "DISPLAY is not set"} : last_glfw_error();
  return {ErrorCode::kUnavailable,
          "window.no_display",
          "no display to open a window on ({0}); start it from a desktop session, use 'xvfb-run -a jaedan-studio …', "
          "or work with the command line program 'jaedan'",
          {reason}};
}

InputQueue& queue_of(GLFWwindow* window) { return static_cast<Window*>(glfwGetWindowUserPointer(window))->input(); }

void on_move(GLFWwindow* window, double x, double y) {
  InputEvent event;
  event.kind = InputEvent::Kind::kMove;
  event.position = {x, y};
  queue_of(window).push(event);
}

void on_button(GLFWwindow* window, int button, int action, int) {
  InputEvent event;
  event.kind = InputEvent::Kind::kButton;
  event.code = button;
  event.down = action == GLFW_PRESS;
  queue_of(window).push(event);
}

void on_wheel(GLFWwindow* window, double, double steps) {
  InputEvent event;
  event.kind = InputEvent::Kind::kWheel;
  event.wheel = steps;
  queue_of(window).push(event);
}

void on_key(GLFWwindow* window, int key, int, int action, int modifiers) {
  InputEvent event;
  event.kind = InputEvent::Kind::kKey;
  event.code = key;
  event.down = action != GLFW_RELEASE;
  event.repeat = action == GLFW_REPEAT;
  event.modifiers = modifiers;
  queue_of(window).push(event);
}

void on_character(GLFWwindow* window, unsigned int codepoint) {
  InputEvent event;
  event.kind = InputEvent::Kind::kCharacter;
  event.codepoint = codepoint;
  queue_of(window).push(event);
}

void on_focus(GLFWwindow* window, int focused) {
  if (focused) return;
  InputEvent event;
  event.kind = InputEvent::Kind::kFocusLost;
  queue_of(window).push(event);
}

/// As asked, or as large as the screen's free area; a window that is larger hides its borders behind the screen's.
labeling::ImageSize size_for(const WindowOptions& options) {
  labeling::ImageSize size{options.width, options.height};
  GLFWmonitor* const monitor = options.fit_screen ? glfwGetPrimaryMonitor() : nullptr;
  if (!monitor) return size;
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
  glfwGetMonitorWorkarea(monitor, &x, &y, &width, &height);
  if (width > 0) size.width = std::min(size.width, width);
  if (height > 0) size.height = std::min(size.height, height);
  return size;
}

}  // namespace

Result<std::unique_ptr<Window>> Window::create(const WindowOptions& options) {
  if (!glfwInit()) return no_display();
  const labeling::ImageSize size = size_for(options);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  GLFWwindow* handle = glfwCreateWindow(size.width, size.height, options.title.c_str(), nullptr, nullptr);
  if (!handle) {
    const Message reason = last_glfw_error();
    glfwTerminate();
    return Error{ErrorCode::kUnavailable,
                 "window.no_opengl",
                 "no window with OpenGL 3.2 can be opened here ({0}); install a graphics driver or libgl1-mesa-dri",
                 {reason}};
  }
  std::unique_ptr<Window> window(new Window(handle));
  glfwMakeContextCurrent(handle);
  glfwSwapInterval(options.ignore_person ? 0 : 1);
  glfwGetWindowSize(handle, &window->width_, &window->height_);
  window->start_imgui();
  glfwSetWindowUserPointer(handle, window.get());
  glfwSetWindowRefreshCallback(handle, on_refresh);
  glfwSetFramebufferSizeCallback(handle, [](GLFWwindow* resized, int, int) { on_refresh(resized); });
  if (!options.ignore_person) window->listen();
  return window;
}

void Window::start_imgui() {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;  // the layout is in our own settings file
  io.BackendPlatformName = "jaedan";
  io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
  io.ConfigWindowsMoveFromTitleBarOnly = true;
  io.ConfigInputTextCursorBlink = false;  // a blinking cursor would redraw an idle window for ever
  io.ClipboardUserData = window_;
  io.GetClipboardTextFn = [](void* user) { return glfwGetClipboardString(static_cast<GLFWwindow*>(user)); };
  io.SetClipboardTextFn = [](void* user, const char* text) {
    glfwSetClipboardString(static_cast<GLFWwindow*>(user), text);
  };
  name_keys(io);
  ImGui_ImplOpenGL3_Init("#version 150");
  cursors_[ImGuiMouseCursor_Arrow] = glfwCreateStandardCursor(GLFW_ARROW_CURSOR);
  cursors_[ImGuiMouseCursor_TextInput] = glfwCreateStandardCursor(GLFW_IBEAM_CURSOR);
  cursors_[ImGuiMouseCursor_ResizeEW] = glfwCreateStandardCursor(GLFW_HRESIZE_CURSOR);
  cursors_[ImGuiMouseCursor_ResizeNS] = glfwCreateStandardCursor(GLFW_VRESIZE_CURSOR);
  cursors_[ImGuiMouseCursor_Hand] = glfwCreateStandardCursor(GLFW_HAND_CURSOR);
  // Dear ImGui has no crosshair; its unused diagonal cursor stands for it.
  cursors_[ImGuiMouseCursor_ResizeNWSE] = glfwCreateStandardCursor(GLFW_CROSSHAIR_CURSOR);
}

void Window::on_refresh(GLFWwindow* window) { static_cast<Window*>(glfwGetWindowUserPointer(window))->refresh_ = true; }

void Window::listen() {
  glfwSetCursorPosCallback(window_, on_move);
  glfwSetMouseButtonCallback(window_, on_button);
  glfwSetScrollCallback(window_, on_wheel);
  glfwSetKeyCallback(window_, on_key);
  glfwSetCharCallback(window_, on_character);
  glfwSetWindowFocusCallback(window_, on_focus);
}

Window::~Window() {
  ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext();
  for (void* cursor : cursors_) {
    if (cursor) glfwDestroyCursor(static_cast<GLFWcursor*>(cursor));
  }
  glfwDestroyWindow(window_);
  glfwTerminate();
}

void Window::wait_events(double timeout_s) { glfwWaitEventsTimeout(timeout_s); }

void Window::poll_events() { glfwPollEvents(); }

void Window::wake() { glfwPostEmptyEvent(); }

const FrameInput& Window::begin_frame() {
  const FrameInput& frame = input_.next_frame();
  ImGuiIO& io = ImGui::GetIO();
  glfwGetWindowSize(window_, &width_, &height_);
  int pixel_width = 0;
  int pixel_height = 0;
  glfwGetFramebufferSize(window_, &pixel_width, &pixel_height);
  io.DisplaySize = {static_cast<float>(width_), static_cast<float>(height_)};
  if (width_ > 0 && height_ > 0) {
    io.DisplayFramebufferScale = {static_cast<float>(pixel_width) / width_, static_cast<float>(pixel_height) / height_};
  }
  const double now_s = glfwGetTime();
  io.DeltaTime = static_cast<float>(std::clamp(now_s - last_frame_s_, 1e-4, 0.25));
  last_frame_s_ = now_s;

  give_input(frame, io);
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  return frame;
}

void Window::update_cursor() {
  void* cursor = cursors_[std::clamp(ImGui::GetMouseCursor(), 0, 8)];
  glfwSetCursor(window_, static_cast<GLFWcursor*>(cursor ? cursor : cursors_[ImGuiMouseCursor_Arrow]));
}

void Window::render(Colour background) {
  ImGui::Render();
  update_cursor();
  const ImVec4 colour = ImGui::ColorConvertU32ToFloat4(background);
  const ImDrawData* data = ImGui::GetDrawData();
  glViewport(0, 0, static_cast<int>(data->DisplaySize.x * data->FramebufferScale.x),
             static_cast<int>(data->DisplaySize.y * data->FramebufferScale.y));
  glClearColor(colour.x, colour.y, colour.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  const double begin_s = glfwGetTime();
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  render_s_ = glfwGetTime() - begin_s;
}

std::string Window::renderer() const {
  const auto* words = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
  return words ? words : "unknown";
}

Image Window::read_pixels() const {
  int width = 0;
  int height = 0;
  glfwGetFramebufferSize(window_, &width, &height);
  Image upside_down = Image::of_size(width, height);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width, height, GL_RGB, GL_UNSIGNED_BYTE, upside_down.rgb.data());
  Image image = Image::of_size(width, height);
  for (int y = 0; y < height; ++y) {
    std::memcpy(image.pixel(0, y), upside_down.pixel(0, height - 1 - y), static_cast<std::size_t>(width) * 3);
  }
  return image;
}

void Window::present() { glfwSwapBuffers(window_); }

bool Window::close_requested() const { return glfwWindowShouldClose(window_) != 0; }

void Window::refuse_close() { glfwSetWindowShouldClose(window_, GLFW_FALSE); }

void Window::set_title(const std::string& title) { glfwSetWindowTitle(window_, title.c_str()); }

float Window::content_scale() const {
  float x = 1;
  float y = 1;
  glfwGetWindowContentScale(window_, &x, &y);
  return std::max(x, 1.0F);
}

void Window::fonts_changed() {
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
}

}  // namespace jaedan::gui
