#pragma once

#include "labeling/domain/image.h"

namespace jaedan::gui {

/// An OpenGL texture of a picture. Movable; made, used and destroyed on the window's thread while its
/// context is there. Made on a thread without a context it stays empty, and nothing is drawn of it.
class Texture {
 public:
  Texture() = default;
  /// Uploads `image`; what is larger than the card takes is made smaller first. Smooth at every zoom.
  explicit Texture(const ImageView& image);
  ~Texture() { release(); }
  Texture(Texture&& other) noexcept { swap(other); }
  Texture& operator=(Texture&& other) noexcept {
    swap(other);
    return *this;
  }

  /// As Dear ImGui wants it; null when there is none.
  void* id() const { return reinterpret_cast<void*>(static_cast<std::uintptr_t>(name_)); }
  explicit operator bool() const { return name_ != 0; }
  /// Of the picture it was made from.
  int image_width() const { return image_width_; }
  int image_height() const { return image_height_; }
  /// Above this many screen pixels a picture pixel, single pixels are shown sharp.
  void set_sharp(bool sharp);

 private:
  void swap(Texture& other) noexcept;
  void release();

  unsigned int name_ = 0;
  int image_width_ = 0;
  int image_height_ = 0;
  bool sharp_ = false;
};

}  // namespace jaedan::gui
