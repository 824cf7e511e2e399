/** Our sign: a wave, for a body in motion, and a dot, for the point that is treated. It takes the colour of the text around it. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path
        d="M2.5 17.5C6 17.5 6.6 10 10.4 10s3.7 5.6 7.1 5.6c1.8 0 2.9-.9 4-2.6"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <circle cx="16.2" cy="6.6" r="2.3" fill="currentColor" />
    </svg>
  );
}
