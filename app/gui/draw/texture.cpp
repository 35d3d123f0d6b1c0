#include "app/gui/draw/texture.h"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
#include <GLFW/glfw3.h>

#include <algorithm>
#include <utility>

namespace jaedan::gui {
namespace {

int largest_texture_side() {
  GLint side = 0;
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &side);
  return std::max(side, 1024);
}

/// Mean of whole blocks: only for photos beyond the card's limit, where nobody can see single pixels.
Image shrunk(const ImageView& image, int factor) {
  Image small = Image::of_size(std::max(image.width / factor, 1), std::max(image.height / factor, 1));
  for (int y = 0; y < small.height; ++y) {
    for (int x = 0; x < small.width; ++x) {
      int sum[3] = {};
      for (int dy = 0; dy < factor; ++dy) {
        for (int dx = 0; dx < factor; ++dx) {
          const std::uint8_t* p =
              image.pixel(std::min(x * factor + dx, image.width - 1), std::min(y * factor + dy, image.height - 1));
          for (int c = 0; c < 3; ++c) sum[c] += p[c];
        }
      }
      for (int c = 0; c < 3; ++c) small.pixel(x, y)[c] = static_cast<std::uint8_t>(sum[c] / (factor * factor));
    }
  }
  return small;
}

void upload(const ImageView& image) {
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGB8, image.width, image.height, 0, GL_RGB, GL_UNSIGNED_BYTE, image.rgb);
}

}  // namespace

Texture::Texture(const ImageView& image) : image_width_(image.width), image_height_(image.height) {
  if (image.empty() || !glfwGetCurrentContext()) return;
  glGenTextures(1, &name_);
  glBindTexture(GL_TEXTURE_2D, name_);
  const int limit = largest_texture_side();
  const int factor = (std::max(image.width, image.height) + limit - 1) / limit;
  if (factor > 1) {
    upload(shrunk(image, factor).view());
  } else {
    upload(image);
  }
  glGenerateMipmap(GL_TEXTURE_2D);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

void Texture::set_sharp(bool sharp) {
  if (!name_ || sharp == sharp_) return;
  sharp_ = sharp;
  glBindTexture(GL_TEXTURE_2D, name_);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, sharp ? GL_NEAREST : GL_LINEAR);
}

void Texture::swap(Texture& other) noexcept {
  std::swap(name_, other.name_);
  std::swap(image_width_, other.image_width_);
  std::swap(image_height_, other.image_height_);
  std::swap(sharp_, other.sharp_);
}

void Texture::release() {
  if (name_) glDeleteTextures(1, &name_);
  name_ = 0;
}

}  // namespace jaedan::gui
