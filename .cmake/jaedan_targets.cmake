# The three ways to make a target here: jaedan_library, jaedan_program, jaedan_test.

find_program(JAEDAN_CCACHE ccache)
if(JAEDAN_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Without these, ccache takes no file that uses a precompiled header.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${JAEDAN_CCACHE})
endif()

option(JAEDAN_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(JAEDAN_SANITIZE_THREADS "Build with ThreadSanitizer" OFF)
option(JAEDAN_WERROR "Treat warnings as errors" OFF)
# A third of the time to build is spent on reading the same headers. Off in the preset `dev`, which shows what a file
# forgets to include.
option(JAEDAN_PRECOMPILE "Precompile the headers of the standard library and of GoogleTest" ON)

# Flags must be equal where a precompiled header is used: libraries are built with -fPIC, test programs with -fPIE.
set(JAEDAN_STD_HEADERS <algorithm> <cmath> <cstdint> <filesystem> <functional> <map> <memory> <optional> <set> <string>
    <string_view> <utility> <variant> <vector>)
function(jaedan_precompile name from)
  if(JAEDAN_PRECOMPILE)
    target_precompile_headers(${name} REUSE_FROM ${from})
  endif()
endfunction()

add_library(jaedan_options INTERFACE)
target_compile_options(jaedan_options INTERFACE -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
                       $<$<BOOL:${JAEDAN_WERROR}>:-Werror>)
if(JAEDAN_SANITIZE)
  # Without vptr: SOCI hides the type information that it compares.
  target_compile_options(jaedan_options INTERFACE -fsanitize=address,undefined -fno-sanitize=vptr
                         -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  target_link_options(jaedan_options INTERFACE -fsanitize=address,undefined)
elseif(JAEDAN_SANITIZE_THREADS)
  target_compile_options(jaedan_options INTERFACE -fsanitize=thread -fno-omit-frame-pointer)
  target_link_options(jaedan_options INTERFACE -fsanitize=thread)
endif()

if(JAEDAN_PRECOMPILE)
  file(WRITE ${CMAKE_BINARY_DIR}/nothing.cpp "// carries a precompiled header\n")
  add_library(jaedan_std_headers OBJECT ${CMAKE_BINARY_DIR}/nothing.cpp)
  target_link_libraries(jaedan_std_headers PRIVATE jaedan_options)
  target_precompile_headers(jaedan_std_headers PRIVATE ${JAEDAN_STD_HEADERS})
endif()

# jaedan_library(NAME SOURCES … [PUBLIC …] [PRIVATE …] [MODULE] [OWN_HEADERS])
#   PUBLIC, PRIVATE: libraries to link. MODULE: loaded at run time instead of linked. OWN_HEADERS: precompiles others.
function(jaedan_library name)
  cmake_parse_arguments(ARG "MODULE;OWN_HEADERS" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  if(ARG_MODULE)
    add_library(${name} MODULE ${ARG_SOURCES})
  else()
    add_library(${name} STATIC ${ARG_SOURCES})
  endif()
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${ARG_PUBLIC} PRIVATE jaedan_options ${ARG_PRIVATE})
  if(NOT ARG_OWN_HEADERS)
    jaedan_precompile(${name} jaedan_std_headers)
  endif()
endfunction()

# jaedan_program(NAME SOURCES … LINK …)
function(jaedan_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE jaedan_options ${ARG_LINK})
endfunction()

# jaedan_test(FOLDER LABELS … SOURCES … LINK … [TIMEOUT seconds] [OWN_HEADERS] [OPENS_WINDOWS])
#   One test program for one folder of tests; its CTest name is the folder's path below tests/. OPENS_WINDOWS: what
#   OpenGL drivers keep until the end is no leak. The target core_tests builds all tests but those of app/.
function(jaedan_test folder)
  cmake_parse_arguments(ARG "OWN_HEADERS;OPENS_WINDOWS" "TIMEOUT" "LABELS;SOURCES;LINK" ${ARGN})
  string(REPLACE "/" "_" target "test_${folder}")
  add_executable(${target} ${ARG_SOURCES})
  target_link_libraries(${target} PRIVATE jaedan_options jaedan_test_support ${ARG_LINK} GTest::gmock GTest::gtest_main)
  if(NOT ARG_OWN_HEADERS)
    jaedan_precompile(${target} jaedan_test_headers)
  endif()
  if(NOT folder MATCHES "^app/")
    add_dependencies(core_tests ${target})
  endif()
  add_test(NAME ${folder} COMMAND ${target} WORKING_DIRECTORY ${CMAKE_BINARY_DIR})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  set(environment "OMP_WAIT_POLICY=passive" "JAEDAN_ASSETS=${PROJECT_SOURCE_DIR}/assets")
  if(JAEDAN_SANITIZE)
    list(APPEND environment "UBSAN_OPTIONS=print_stacktrace=1")
    if(ARG_OPENS_WINDOWS)
      list(APPEND environment "ASAN_OPTIONS=detect_leaks=0")
    endif()
  endif()
  set_tests_properties(${folder} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT}
    ENVIRONMENT "${environment}")
endfunction()
