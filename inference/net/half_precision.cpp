#include "inference/net/half_precision.h"

#include <ATen/Parallel.h>
#include <ATen/autocast_mode.h>

namespace jaedan::inference {
namespace {

/// Of positive bfloat16 numbers the order is that of their bits, as whole numbers.
inline std::int16_t passed_at(std::int16_t gradient, std::int16_t y) {
  constexpr std::int16_t kSix = 0x40C0;
  return y > 0 && y < kSix ? gradient : std::int16_t{0};
}

void pass_between(const std::int16_t* __restrict from, const std::int16_t* __restrict y, std::int16_t* __restrict to,
                  std::int64_t count) {
  // Blocks of a known length, for at -O2 the compiler makes vector instructions of no other loops: a fifth of a
  // training step was here.
  constexpr std::int64_t kBlock = 64;
  std::int64_t i = 0;
  for (; i + kBlock <= count; i += kBlock) {
    for (std::int64_t j = 0; j < kBlock; ++j) to[i + j] = passed_at(from[i + j], y[i + j]);
  }
  for (; i < count; ++i) to[i] = passed_at(from[i], y[i]);
}

/// The gradient passes where 0 < y < 6.
torch::Tensor where_between(const torch::Tensor& gradient, const torch::Tensor& y) {
  torch::Tensor passed = torch::empty_like(y);
  const torch::Tensor given = gradient.contiguous(y.suggest_memory_format());
  const auto* from = static_cast<const std::int16_t*>(given.data_ptr());
  const auto* value = static_cast<const std::int16_t*>(y.data_ptr());
  auto* to = static_cast<std::int16_t*>(passed.data_ptr());
  constexpr std::int64_t kGrain = 1 << 15;
  at::parallel_for(0, y.numel(), kGrain, [&](std::int64_t first, std::int64_t end) {
    pass_between(from + first, value + first, to + first, end - first);
  });
  return passed;
}

class Relu6 final : public torch::autograd::Function<Relu6> {
 public:
  static torch::Tensor forward(torch::autograd::AutogradContext* context, torch::Tensor x) {
    x.clamp_(0, 6);
    context->mark_dirty({x});
    context->save_for_backward({x});
    return x;
  }
  static torch::autograd::tensor_list backward(torch::autograd::AutogradContext* context,
                                               torch::autograd::tensor_list gradients) {
    return {where_between(gradients[0], context->get_saved_variables()[0])};
  }
};

}  // namespace

bool has_half_precision() {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx512bf16") != 0;
#else
  return false;
#endif
}

HalfPrecision::HalfPrecision(bool wanted) : on_(wanted && has_half_precision() && !at::autocast::is_cpu_enabled()) {
  if (!on_) return;
  at::autocast::set_autocast_cpu_dtype(at::kBFloat16);
  at::autocast::set_cpu_enabled(true);
}

HalfPrecision::~HalfPrecision() {
  if (!on_) return;
  at::autocast::set_cpu_enabled(false);
  at::autocast::clear_cache();
}

WholePrecision::WholePrecision() : was_half_(at::autocast::is_cpu_enabled()) { at::autocast::set_cpu_enabled(false); }

WholePrecision::~WholePrecision() { at::autocast::set_cpu_enabled(was_half_); }

torch::Tensor relu6_(torch::Tensor x) {
  // In place: the backward pass of hardtanh_ needs its result only.
  if (x.scalar_type() != at::kBFloat16) return at::hardtanh_(x, 0, 6);
  return x.requires_grad() ? Relu6::apply(std::move(x)) : x.clamp_(0, 6);
}

}  // namespace jaedan::inference
