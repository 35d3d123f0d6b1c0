#pragma once

// The one door to LibTorch: precompiled, because it costs ten seconds a file otherwise. Newer LibTorch headers
// are not clean under this project's warnings.
#pragma GCC system_header
#include <torch/torch.h>
