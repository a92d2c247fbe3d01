const blank = (found: string): string => ' '.repeat(found.length);

const environment = /\\(begin|end)\{([pbBvV]?matrix|array)\}(\{[lcr| ]*\})?/g;
/** `W1 =`, `W^{(1)}:` before a matrix. */
const label = /^\s*[A-Za-z][\w^{}()]*\s*[=:](?=[\s<([{\\\w-])/;
const tensorFlow = /^\s*<[^>]*numpy=/;
const call = /^\s*([A-Za-z.]+\.)?(as)?(array|matrix|mat|tensor|floattensor|constant)(?=\s*\()/i;
/** `dtype=torch.float64`, `requires_grad=True`, `grad_fn=<MulBackward0>`. */
const setting = /,\s*(dtype|device|requires_grad|grad_fn|copy)\s*=\s*(<\w*>|[\w.'":]+)/g;
const conversion = /(?<=[)\]}])\s*\.(float|double|numpy|tolist|detach|cpu)\(\)/g;
const transposition =
  /((?<=[)\]}⎤⎦⎞⎠])\s*(\.T|\.t\(\)|\.transpose\(\)|\^\{?\s*(T|\\top|\\intercal)\s*\}?)|(?<=\])')(?=[\s$;.>]*$)/;
const emptyLine = /\n[ ⎢⎥⎜⎟]+(?=\n)/g;
const bar = /[⎢⎥⎜⎟]/;
/** Of a pretty print, whose lines may hold nothing but bars. */
const tallBrackets = /[⎡⎢⎣⎤⎥⎦⎛⎜⎝⎞⎟⎠]/g;

/**
 * A pasted matrix without what stands around its entries: LaTeX's environments, the calls and prints of NumPy, PyTorch,
 * TensorFlow and SymPy. Blanks take their places, so that every entry stays where it was. `transposed`: a mark said so.
 */
export const withoutWrapping = (text: string): { text: string; transposed: boolean } => {
  // In LaTeX rows end with \\ alone; elsewhere the end of a line ends them.
  const unbroken = text.includes('\\begin') ? text.replaceAll('\n', ' ') : text;
  const whole = unbroken.replace(label, blank).replace(tensorFlow, blank);
  return {
    transposed: transposition.test(whole),
    text: whole
      .replace(transposition, blank)
      .replace(environment, blank)
      .replace(/\\(left|right)(?=[([\])])/g, blank)
      .replace(setting, blank)
      .replace(conversion, blank)
      .replace(call, blank)
      .replace(emptyLine, (line) => (bar.test(line) ? blank(line) : line))
      .replace(tallBrackets, ' ')
      .replace(/\\\\|\\(q?quad|[,;:! ])/g, (found, space) => (space ? blank(found) : found))
      .replace(/[$"]/g, ' ')
      .replace(/[;>]\s*$/, blank),
  };
};
